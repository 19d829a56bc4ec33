/** Answering messages of the protocol. */
import { browser } from 'wxt/browser';
import type { FromContent, FromPages, Message, Result } from '../browser/protocol.ts';
import { type ContentSender, isContentScript, isOwnPage, type Sender } from './sender.ts';

/**
 * What answers the messages of one direction: what a handler returns is the answer, and what it
 * throws is why there is none.
 */
type Handlers<Direction, From> = {
  [Type in keyof Direction]: Direction[Type] extends (...data: infer Data) => infer Answer
    ? (data: Data[0], sender: From) => Answer | Promise<Answer>
    : never;
};

const REFUSED = 'This may not be asked from there.';

/**
 * Answers messages from now on. Call once, before anything is awaited: the browser wakes the
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
    // Chrome keeps the channel open only for `true`; a promise is no answer there.
    return true;
  });
}

function handlerOf(
  { type, data }: Message,
  sender: Sender,
  pages: Handlers<FromPages, Sender>,
  content: Handlers<FromContent, ContentSender>,
): (() => unknown) | undefined {
  // Types that neither side has are those of nobody, such as "constructor".
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
