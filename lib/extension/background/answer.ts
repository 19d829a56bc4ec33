/** Dispatches messages of the protocol to their handlers. */
import { browser } from 'wxt/browser';
import type { FromContent, FromPages, Message, Result } from '../browser/protocol.ts';
import { type ContentSender, isContentScript, isOwnPage, type Sender } from './sender.ts';

/**
 * The handlers for the messages of one direction. A handler returns the answer, or throws an error
 * with the reason.
 */
type Handlers<Direction, From> = {
  [Type in keyof Direction]: Direction[Type] extends (...data: infer Data) => infer Answer
    ? (data: Data[0], sender: From) => Answer | Promise<Answer>
    : never;
};

const REFUSED = 'This may not be asked from there.';

/**
 * Begins to answer messages. Call once, before anything is awaited: the browser starts the
 * background for them.
 */
export function answer(pages: Handlers<FromPages, Sender>, content: Handlers<FromContent, ContentSender>): void {
  browser.runtime.onMessage.addListener((message: Message, sender: Sender, respond: (answer: unknown) => void) => {
    const handle = handlerOf(message, sender, pages, content);
    if (!handle) {
      respond({ ok: false, error: REFUSED } satisfies Result<never>);
      return;
    }
    void resultOf(handle).then(respond);
    // Chrome keeps the channel open only for `true`, not for a promise.
    return true;
  });
}

function handlerOf(
  { type, data }: Message,
  sender: Sender,
  pages: Handlers<FromPages, Sender>,
  content: Handlers<FromContent, ContentSender>,
): (() => unknown) | undefined {
  // Own properties only: "constructor" is not a message type.
  if (Object.hasOwn(pages, type)) {
    const handle = pages[type as keyof FromPages] as (data: unknown, sender: Sender) => unknown;
    return isOwnPage(sender) ? () => handle(data, sender) : undefined;
  }
  if (!Object.hasOwn(content, type) || !isContentScript(sender)) return undefined;
  const handle = content[type as keyof FromContent] as (data: unknown, sender: ContentSender) => unknown;
  return () => handle(data, sender);
}

async function resultOf(handle: () => unknown): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await handle() };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
