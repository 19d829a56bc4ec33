/** The line of a card, which runs in a page, to the background. */
import { browser } from 'wxt/browser';
import type { CardClient, CardListener } from '../../page/card/client.ts';
import { t } from '../../words/words.ts';
import { CARD_PORT, type ToCard } from '../browser/protocol.ts';
import { SILENT, send } from '../browser/send.ts';
import { reportError } from './report-errors.ts';

/** Takes up the line again that broke last. */
let takeUp = (): void => {};

/** Asks the background by messages. There is one card at a time. */
export function connectCard(): CardClient {
  // After an update nothing can be asked for, not even words.
  const silence: Silence = { updated: t('card.updated'), silent: t('card.silent') };
  return {
    watch(paperId, listener, signal) {
      connect(CARD_PORT + paperId, listener, silence, signal);
    },

    async change(paperId, change) {
      takeUp();
      const answer = await send('card/change', { paperId, change });
      if (!answer.ok) throw new Error(answer.error === SILENT ? whySilent(silence) : answer.error);
    },

    report: reportError,

    open(paperId) {
      // Where that fails nothing opens, which is seen.
      void send('card/open', paperId);
    },
  };
}

/** Why there is no answer: this script is one of before an update, or anything else. */
interface Silence {
  updated: string;
  silent: string;
}

function connect(name: string, listener: CardListener, silence: Silence, signal: AbortSignal): void {
  takeUp = () => {};
  if (!browser.runtime?.id) {
    listener.failed(silence.updated);
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
        if (!signal.aborted) connect(name, listener, silence, signal);
      };
    } else listener.failed(whySilent(silence));
  });
  signal.addEventListener('abort', () => port.disconnect());
}

function whySilent({ updated, silent }: Silence): string {
  return browser.runtime?.id ? silent : updated;
}
