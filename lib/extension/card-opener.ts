/** Sends for the card's script when a card may be wanted: every page pays for this file, few for the card. */
import { browser } from 'wxt/browser';
import type { CardScope, CardSlot } from '../page/card/slot.ts';
import type { PageHighlighter } from '../page/page-highlighter.ts';
import type { FromPage } from './messages.ts';

/** Has the card's script loaded when the reader first moves a pointer, or touches, on a page with marks. */
export function offerCards(highlighter: PageHighlighter, signal: AbortSignal): void {
  const slot: CardSlot = { marks: () => highlighter.marks.inOrder, signal };
  // An older version of the extension may have left its own.
  (globalThis as CardScope).paperlightCard = slot;
  const send = (event: PointerEvent): void => {
    if (slot.event || slot.step) return;
    slot.event = event;
    const message: FromPage = { type: 'page/want-card' };
    browser.runtime.sendMessage(message).catch(() => {});
  };
  let isWatching = false;
  highlighter.watch(() => {
    if (isWatching || slot.marks().length === 0) return;
    isWatching = true;
    for (const type of ['pointermove', 'pointerdown'] as const) {
      addEventListener(type, send, { signal, capture: true, passive: true, once: true });
    }
  });
}
