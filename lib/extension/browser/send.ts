/** Sends messages of the protocol. */
import { browser } from 'wxt/browser';
import { listen } from './listen.ts';
import type { AnswerTo, Message, Protocol, Result, ToPages } from './protocol.ts';

/**
 * The error for no answer: the background is gone, or this script is of a version before an update.
 */
export const NO_ANSWER = 'silent';

/** Sends a message to the background and resolves with the result. Never rejects. */
export async function send<Type extends keyof Protocol>(
  type: Type,
  ...[data]: Parameters<Protocol[Type]>
): Promise<Result<AnswerTo<Type>>> {
  try {
    const message: Message = { type, data };
    // After an update of the extension a content script is orphaned, and may not call.
    const answer = browser.runtime?.id ? await browser.runtime.sendMessage(message) : undefined;
    if (answer) return answer;
  } catch {
    // There is no receiver.
  }
  return { ok: false, error: NO_ANSWER };
}

/** Pauses before a message is sent again. */
const RETRY_PAUSES_MS = [300, 3000, 15_000];

/** Messages whose answer only says that the work was done. */
type Request = 'page/want-tools' | 'page/want-style' | 'page/want-card';

/**
 * Like {@link send}, with retries: the browser may stop the background just then, and a page that
 * does not change would never ask again.
 */
export async function sendUntilDone<Type extends Request>(
  type: Type,
  ...data: Parameters<Protocol[Type]>
): Promise<void> {
  for (const pause of RETRY_PAUSES_MS) {
    // After an update of the extension this script gets no answers.
    if ((await send(type, ...data)).ok || !browser.runtime?.id) return;
    await new Promise((done) => setTimeout(done, pause));
  }
  await send(type, ...data);
}

/**
 * Calls `listener` with the tab of each content script that sends a message of this type, until
 * `signal` aborts.
 */
export function watchMessage(
  type: keyof ToPages,
  listener: (tabId: number | undefined) => void,
  signal: AbortSignal,
): void {
  const onMessage = (message: Partial<Message>, sender: { tab?: { id?: number | undefined } | undefined }): void => {
    if (message?.type === type) listener(sender.tab?.id);
  };
  listen(browser.runtime.onMessage, onMessage, signal);
}
