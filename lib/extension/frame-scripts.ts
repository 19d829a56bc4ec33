/** Scripts that few frames need: the background runs them in a frame when it sends for them. */
import { browser } from 'wxt/browser';

type Sender = Parameters<Parameters<typeof browser.runtime.onMessage.addListener>[0]>[1];

/** Scripts beside the content script. */
export type FrameScript = '/card.js' | '/judge.js';

/** Runs a script in the frame that sent a message. Rejects if the frame is gone. */
export async function runInFrame(script: FrameScript, { tab, frameId }: Sender): Promise<void> {
  if (tab?.id !== undefined && frameId !== undefined) await runIn(script, tab.id, frameId);
}

/** Runs a script in a frame of a tab. Rejects if the frame is gone, or one that extensions may not touch. */
export async function runIn(script: FrameScript, tabId: number, frameId: number): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: [script],
    injectImmediately: true,
  });
}
