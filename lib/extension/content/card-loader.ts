/** Loads the card's script when a card may be needed, so that few pages pay for it. */
import type { CardHandoff, CardScope } from '../../page/card/handoff.ts';
import type { PageHighlighter } from '../../page/page-highlighter.ts';
import { sendUntilDone } from '../browser/send.ts';

const POINTER_EVENTS = ['pointermove', 'pointerdown', 'pointerup', 'pointercancel'] as const;

/**
 * Loads the card's script when the reader first moves the pointer, or touches, on a page with
 * marks.
 */
export function loadCardsOnDemand(highlighter: PageHighlighter, signal: AbortSignal): void {
  const handoff: CardHandoff = { marks: () => highlighter.mentions, painted: () => highlighter.painted, signal };
  // Replaces that of an older version.
  (globalThis as CardScope).paperlightCard = handoff;
  const onPointer = (event: PointerEvent): void => {
    if (handoff.step) {
      for (const type of POINTER_EVENTS) removeEventListener(type, onPointer, true);
      return;
    }
    const isFirst = !handoff.event;
    // Always the latest: a finger may be lifted before the card's script has loaded.
    handoff.event = event;
    if (isFirst) void sendUntilDone('page/want-card');
  };
  let isWatching = false;
  highlighter.watch(() => {
    if (isWatching || handoff.marks().length === 0) return;
    isWatching = true;
    for (const type of POINTER_EVENTS) addEventListener(type, onPointer, { signal, capture: true, passive: true });
  });
}
