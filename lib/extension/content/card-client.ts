/** The line of a card, which runs in a page, to the background. */
import { browser } from 'wxt/browser';
import type { CardLine, CardListener } from '../../page/card/line.ts';
import { CARD_PORT, type ToCard } from '../browser/protocol.ts';
import { SILENT, send } from '../browser/send.ts';
import { reportError } from './report-errors.ts';

const UPDATED = 'Paperlight was updated. Reload this page to see its cards.';
const RELOAD = `${SILENT} Reload this page; if that does not help, restart the browser.`;

/** Takes up the line again that broke last. */
let takeUp = (): void => {};

/** Asks the background by messages. There is one card at a time. */
export const cardLine: CardLine = {
  watch(paperId, listener, signal) {
    connect(CARD_PORT + paperId, listener, signal);
  },

  async change(paperId, change) {
    takeUp();
    const answer = await send('card/change', { paperId, change });
    if (!answer.ok) throw new Error(answer.error === SILENT ? whySilent() : answer.error);
  },

  report: reportError,

  open(paperId) {
    // Where that fails nothing opens, which is seen.
    void send('card/open', paperId);
  },
};

function connect(name: string, listener: CardListener, signal: AbortSignal): void {
  takeUp = () => {};
  if (!browser.runtime?.id) {
    listener.failed(UPDATED);
    return;
  }
  let isAnswered = false;
  const port = browser.runtime.connect({ name });
  port.onMessage.addListener((message: ToCard) => {
    isAnswered = true;
    if (message.ok) listener.paper(message.value);
    else listener.failed(message.error);
  });
  port.onDisconnect.addListener(() => {
    void browser.runtime?.lastError;
    if (signal.aborted) return;
    // The browser ends a background that has nothing to do. A card left open should not wake it
    // again and again.
    if (isAnswered) {
      takeUp = () => {
        if (!signal.aborted) connect(name, listener, signal);
      };
    } else listener.failed(whySilent());
  });
  signal.addEventListener('abort', () => port.disconnect());
}

function whySilent(): string {
  return browser.runtime?.id ? RELOAD : UPDATED;
}
