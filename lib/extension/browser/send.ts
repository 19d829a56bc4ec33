/** Sending messages of the protocol. */
import { browser } from 'wxt/browser';
import { listen } from './listen.ts';
import type { AnswerTo, Message, Protocol, Result, ToPages } from './protocol.ts';

/**
 * Why there is no answer: the background is gone, or this script is one of a version before an
 * update.
 */
export const SILENT = 'silent';

/** Sends a message to the background and resolves with what came of it. Never rejects. */
export async function send<Type extends keyof Protocol>(
  type: Type,
  ...[data]: Parameters<Protocol[Type]>
): Promise<Result<AnswerTo<Type>>> {
  try {
    const message: Message = { type, data };
    // After an update of the extension a content script is an orphan, which may not call.
    const answer = browser.runtime?.id ? await browser.runtime.sendMessage(message) : undefined;
    if (answer) return answer;
  } catch {
    // Nobody is there to answer.
  }
  return { ok: false, error: SILENT };
}

/** Pauses before a message is sent once more, in milliseconds. */
const PAUSES = [300, 3000, 15_000];

/** Messages whose answer says only that it was done. */
type Request = 'page/want-tools' | 'page/want-style' | 'page/want-card';

/**
 * As {@link send}, but again while it is not done: the browser may stop the background just when it
 * is asked, and a page that does not change would wait for ever.
 */
export async function sendUntilDone(type: Request): Promise<void> {
  for (const pause of PAUSES) {
    // After an update of the extension nobody will answer this script.
    if ((await send(type)).ok || !browser.runtime?.id) return;
    await new Promise((done) => setTimeout(done, pause));
  }
  await send(type);
}

/**
 * Calls `listener` with the tab of each content script that sends a message of this type to open
 * pages, until `signal` aborts.
 */
export function hear(type: keyof ToPages, listener: (tabId: number | undefined) => void, signal: AbortSignal): void {
  const onMessage = (message: Partial<Message>, sender: { tab?: { id?: number | undefined } | undefined }): void => {
    if (message?.type === type) listener(sender.tab?.id);
  };
  listen(browser.runtime.onMessage, onMessage, signal);
}
