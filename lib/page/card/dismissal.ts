/** What makes a card go, and what keys do while it is there. */

import type { CardFrame } from './frame.ts';
import { framesAround } from './frames-around.ts';
import { isOn } from './mark-boxes.ts';
import { GAP_PX } from './placement.ts';

/** How long the pointer may be off both card and mark, in milliseconds. */
const GRACE_MS = 350;

/**
 * Calls `dismiss` when the reader is done with a card, until `signal` aborts; `back` says whether
 * the focus goes back. With `mark`, which gives the mark as it stands now, also when the pointer
 * leaves both.
 */
export function watchDismissal(
  frame: CardFrame,
  mark: (() => Range | undefined) | undefined,
  dismiss: (back: boolean) => void,
  signal: AbortSignal,
): void {
  const isOurs = (event: Event): boolean => event.composedPath().includes(frame.host);
  const on = <Type extends keyof WindowEventMap>(type: Type, listener: (event: WindowEventMap[Type]) => void): void =>
    addEventListener(type, listener, { signal, capture: true });

  const onEscape = (event: KeyboardEvent): void => {
    swallow(event);
    // The page has not heard that the key went down, and should not hear that it comes up.
    event.view?.addEventListener('keyup', swallow, { capture: true, once: true });
    dismiss(true);
  };
  // The pointer may be in a frame while the page around it has the keyboard.
  for (const frame of framesAround()) {
    frame.addEventListener('keydown', (event) => event.key === 'Escape' && onEscape(event), { signal, capture: true });
  }
  on('keydown', (event) => {
    if (event.key === 'Escape') onEscape(event);
    else if (isOurs(event)) {
      event.stopImmediatePropagation();
      if (event.key === 'Tab') keepFocus(frame, event);
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
  // The card would be under what fills the screen now, or be inert.
  on('fullscreenchange' as never, () => dismiss(false));
  if (mark) watchLeaving(mark);

  function watchLeaving(mark: () => Range | undefined): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = (isNear: boolean): void => {
      if (isNear) {
        clearTimeout(timer);
        timer = undefined;
      } else timer ??= setTimeout(() => dismiss(frame.focused !== null), GRACE_MS);
    };
    on('pointermove', (event) => {
      const range = mark();
      settle(isOurs(event) || (range !== undefined && isOn(range, event.clientX, event.clientY, GAP_PX)));
    });
    on('pointerout', (event) => {
      if (!event.relatedTarget) settle(false);
    });
    signal.addEventListener('abort', () => clearTimeout(timer));
  }
}

function swallow(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Tab goes round in the card: past its end the browser would go on at the end of the page. */
function keepFocus(frame: CardFrame, event: KeyboardEvent): void {
  const stops = frame.stops;
  const at = stops.indexOf(frame.focused as HTMLElement);
  const isPast = event.shiftKey ? at <= 0 : at === stops.length - 1;
  if (!isPast) return;
  event.preventDefault();
  stops.at(event.shiftKey ? -1 : 0)?.focus();
}
