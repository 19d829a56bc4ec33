/** What closes a card, and what keys do while it is open. */

import { framesAround } from './frames-around.ts';
import type { CardHost } from './host.ts';
import { isOn } from './mark-boxes.ts';
import { CARD_GAP_PX } from './placement.ts';

/** How long the pointer may be off both card and mark. */
const LEAVE_DELAY_MS = 350;

/**
 * Calls `dismiss` when the reader is done with a card, until `signal` aborts; `back` says whether
 * to restore the focus. With `mark`, which returns the mark's current range, also when the pointer
 * leaves both.
 */
export function watchDismissal(
  card: CardHost,
  mark: (() => Range | undefined) | undefined,
  dismiss: (back: boolean) => void,
  signal: AbortSignal,
): void {
  const isOurs = (event: Event): boolean => event.composedPath().includes(card.host);
  const on = <Type extends keyof WindowEventMap>(type: Type, listener: (event: WindowEventMap[Type]) => void): void =>
    addEventListener(type, listener, { signal, capture: true });

  const onEscape = (event: KeyboardEvent): void => {
    swallow(event);
    // The page did not get the keydown, and should not get the keyup.
    event.view?.addEventListener('keyup', swallow, { capture: true, once: true });
    dismiss(true);
  };
  // The pointer may be in a frame while the page around it has the focus.
  for (const window of framesAround()) {
    window.addEventListener('keydown', (event) => event.key === 'Escape' && onEscape(event), { signal, capture: true });
  }
  on('keydown', (event) => {
    if (event.key === 'Escape') onEscape(event);
    else if (isOurs(event)) {
      event.stopImmediatePropagation();
      if (event.key === 'Tab') keepFocus(card, event);
    }
  });
  for (const type of ['keyup', 'keypress'] as const) {
    on(type, (event) => {
      if (isOurs(event)) event.stopImmediatePropagation();
    });
  }
  on('pointerdown', (event) => {
    if (!isOurs(event)) dismiss(false);
  });
  // The card would be under the fullscreen element, or inert.
  on('fullscreenchange' as never, () => dismiss(false));
  if (mark) watchLeaving(mark);

  function watchLeaving(mark: () => Range | undefined): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const track = (isNear: boolean): void => {
      if (isNear) {
        clearTimeout(timer);
        timer = undefined;
      } else timer ??= setTimeout(() => dismiss(card.focused !== null), LEAVE_DELAY_MS);
    };
    on('pointermove', (event) => {
      const range = mark();
      track(isOurs(event) || (range !== undefined && isOn(range, event.clientX, event.clientY, CARD_GAP_PX)));
    });
    on('pointerout', (event) => {
      if (!event.relatedTarget) track(false);
    });
    signal.addEventListener('abort', () => clearTimeout(timer));
  }
}

function swallow(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Keeps Tab in the card: past its end the browser would go to the end of the page. */
function keepFocus(card: CardHost, event: KeyboardEvent): void {
  const stops = card.stops;
  const at = stops.indexOf(card.focused as HTMLElement);
  const isPast = event.shiftKey ? at <= 0 : at === stops.length - 1;
  if (!isPast) return;
  event.preventDefault();
  stops.at(event.shiftKey ? -1 : 0)?.focus();
}
