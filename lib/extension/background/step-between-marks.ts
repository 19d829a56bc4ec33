/** Steps from mark to mark by keyboard. */
import type { CardScope } from '../../page/card/handoff.ts';
import { askAllFrames, injectScript } from '../browser/frames.ts';
import { runScript } from '../browser/run-script.ts';

/**
 * Shows the card of the next mark in the tab (`by` 1) or of the previous one (-1). Rejects if the
 * page is closed to extensions.
 */
export async function stepBetweenMarks(tabId: number, by: 1 | -1): Promise<void> {
  const { answers } = await askAllFrames(tabId, stateOfFrame);
  const marked = answers.filter(({ result }) => result?.hasMarks).sort((a, b) => a.frameId - b.frameId);
  // The focused frame; else the first with marks, beginning with the top frame.
  const frame = marked.find(({ result }) => result?.hasFocus) ?? marked[0];
  if (!frame) return;
  await injectScript('/card.js', tabId, frame.frameId);
  await runScript({
    target: { tabId, frameIds: [frame.frameId] },
    func: (to: 1 | -1) => (globalThis as CardScope).paperlightCard?.step?.(to),
    args: [by],
    injectImmediately: true,
  });
}

/** Runs in a frame, so it must be self-contained. */
function stateOfFrame(): { hasMarks: boolean; hasFocus: boolean } {
  const marks = (globalThis as CardScope).paperlightCard?.marks() ?? [];
  const isInside = /^i?frame$/.test(document.activeElement?.localName ?? '');
  return { hasMarks: marks.length > 0, hasFocus: document.hasFocus() && !isInside };
}
