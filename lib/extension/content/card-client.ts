/** Connects a card, which runs in a page, to the background. */
import { browser } from 'wxt/browser';
import type { CardClient, CardListener } from '../../page/card/client.ts';
import { t } from '../../words/words.ts';
import { CARD_PORT, type ToCard } from '../browser/protocol.ts';
import { NO_ANSWER, send } from '../browser/send.ts';
import { reportError } from './report-errors.ts';

/** Reconnects the port, if it was disconnected. */
let reconnect = (): void => {};

/** A client that asks the background by messages. There is one card at a time. */
export function connectCard(): CardClient {
  // Read now: after an update the extension's messages can't be read any more.
  const words: NoAnswerWords = { updated: t('card.updated'), silent: t('card.silent') };
  return {
    watch(paperId, listener, signal) {
      connect(CARD_PORT + paperId, listener, words, signal);
    },

    async change(paperId, change) {
      reconnect();
      const answer = await send('card/change', { paperId, change });
      if (!answer.ok) throw new Error(answer.error === NO_ANSWER ? whyNoAnswer(words) : answer.error);
    },

    report: reportError,

    open(paperId) {
      // A failure is visible: nothing opens.
      void send('card/open', paperId);
    },
  };
}

/** Sentences for why there is no answer: an update of the extension, or anything else. */
interface NoAnswerWords {
  updated: string;
  silent: string;
}

function connect(name: string, listener: CardListener, words: NoAnswerWords, signal: AbortSignal): void {
  reconnect = () => {};
  if (!browser.runtime?.id) {
    listener.failed(words.updated);
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
    // The browser has stopped the idle background. An open card should not wake it again and again.
    if (isAnswered) {
      reconnect = () => {
        if (!signal.aborted) connect(name, listener, words, signal);
      };
    } else listener.failed(whyNoAnswer(words));
  });
  signal.addEventListener('abort', () => port.disconnect());
}

function whyNoAnswer({ updated, silent }: NoAnswerWords): string {
  return browser.runtime?.id ? silent : updated;
}
