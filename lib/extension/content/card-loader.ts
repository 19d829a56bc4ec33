/**
 * Sends for the card's script when a card may be wanted: every page pays for this file, few for the
 * card.
 */
import type { CardHandoff, CardScope } from '../../page/card/handoff.ts';
import type { PageHighlighter } from '../../page/page-highlighter.ts';
import { sendUntilDone } from '../browser/send.ts';

const POINTER_EVENTS = ['pointermove', 'pointerdown', 'pointerup', 'pointercancel'] as const;

/**
 * Has the card's script loaded when the reader first moves a pointer, or touches, on a page with
 * marks.
 */
export function offerCards(highlighter: PageHighlighter, signal: AbortSignal): void {
  const slot: CardHandoff = { marks: () => highlighter.mentions, painted: () => highlighter.painted, signal };
  // An older version of the extension may have left its own.
  (globalThis as CardScope).paperlightCard = slot;
  const want = (event: PointerEvent): void => {
    if (slot.step) {
      for (const type of POINTER_EVENTS) removeEventListener(type, want, true);
      return;
    }
    const isFirst = !slot.event;
    // Always the latest: a finger may be up again before the card's script is there.
    slot.event = event;
    if (isFirst) void sendUntilDone('page/want-card');
  };
  let isWatching = false;
  highlighter.watch(() => {
    if (isWatching || slot.marks().length === 0) return;
    isWatching = true;
    for (const type of POINTER_EVENTS) addEventListener(type, want, { signal, capture: true, passive: true });
  });
}
