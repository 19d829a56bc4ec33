/** Steps from mark to mark by keyboard. */
import { browser } from 'wxt/browser';
import type { CardScope } from '../page/card/slot.ts';
import { runIn } from './frame-scripts.ts';
import { askAllFrames } from './frames.ts';

const STEPS: Record<string, 1 | -1> = { 'next-mark': 1, 'previous-mark': -1 };

/** Has the keys of the manifest's `commands` step from mark to mark. Call once, before anything is awaited. */
export function stepByCommand(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    const by = STEPS[command];
    // Pages that extensions may not touch refuse.
    if (by && tab?.id !== undefined) step(tab.id, by).catch(() => {});
  });
}

async function step(tabId: number, by: 1 | -1): Promise<void> {
  const { answers } = await askAllFrames(tabId, stateOfFrame);
  const marked = answers.filter(({ result }) => result?.hasMarks).sort((a, b) => a.frameId - b.frameId);
  // The frame that has the focus; else the page itself, or the first frame in it that has marks.
  const frame = marked.find(({ result }) => result?.hasFocus) ?? marked[0];
  if (!frame) return;
  await runIn('/card.js', tabId, frame.frameId);
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frame.frameId] },
    func: (to: 1 | -1) => (globalThis as CardScope).paperlightCard?.step?.(to),
    args: [by],
    injectImmediately: true,
  });
}

/** Runs in a frame: it sees nothing of this file. */
function stateOfFrame(): { hasMarks: boolean; hasFocus: boolean } {
  const marks = (globalThis as CardScope).paperlightCard?.marks() ?? [];
  const isInside = /^i?frame$/.test(document.activeElement?.localName ?? '');
  return { hasMarks: marks.length > 0, hasFocus: document.hasFocus() && !isInside };
}
