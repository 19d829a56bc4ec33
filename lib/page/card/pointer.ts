/** Notices a pointer that rests on a mark, and a long press on one. */

import type { Mention } from '../mention.ts';
import { isOn } from './mark-boxes.ts';

/** How long the pointer must rest. */
const HOVER_DELAY_MS = 300;
/** How long a finger must stay: a little less than a browser's long press. */
const LONG_PRESS_MS = 450;
/** How far a finger may slip meanwhile. */
const MAX_SLIP_PX = 10;

/**
 * Called with a mark, the pointer's distance from the left edge of the window, and whether it is a
 * finger.
 */
export type OnRest = (mention: Mention, x: number, touch: boolean) => void;

/**
 * Calls `rested` until `signal` aborts; `first` is the latest event from before. A moving pointer
 * costs a few assignments: what it is on is looked up when it rests.
 */
export function watchPointer(
  mentions: () => readonly Mention[],
  first: PointerEvent | undefined,
  rested: OnRest,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let at: PointerEvent | undefined;

  const look = (): void => {
    timer = undefined;
    if (!at) return;
    const { clientX: x, clientY: y, timeStamp } = at;
    const touch = isTouch(at);
    const rest = timeStamp + (touch ? LONG_PRESS_MS : HOVER_DELAY_MS) - performance.now();
    if (rest > 1) {
      timer = setTimeout(look, rest);
      return;
    }
    at = undefined;
    const target = elementAt(x, y);
    const mention = target && mentions().find((mention) => mention.touches(target) && isOn(mention.range, x, y));
    if (mention) rested(mention, x, touch);
  };
  const onPointer = (event: PointerEvent): void => {
    const { type, isTrusted } = event;
    const isMove = type === 'pointermove';
    if (isMove && isTouch(event)) {
      if (at && Math.hypot(event.clientX - at.clientX, event.clientY - at.clientY) > MAX_SLIP_PX) at = undefined;
    } else if (isTrusted && (isMove ? event.buttons === 0 : type === 'pointerdown' && isTouch(event))) {
      // With a button down the reader selects or drags.
      at = event;
      timer ??= setTimeout(look, HOVER_DELAY_MS);
    } else at = undefined;
  };
  for (const type of ['pointermove', 'pointerdown', 'pointerup', 'pointercancel', 'blur']) {
    addEventListener(type, onPointer as EventListener, { signal, capture: true, passive: true });
  }
  if (first) onPointer(first);
  signal.addEventListener('abort', () => clearTimeout(timer));
}

function isTouch({ pointerType }: PointerEvent): boolean {
  return pointerType === 'touch';
}

/** The innermost element at a point, also in open shadow roots. */
function elementAt(x: number, y: number): Element | undefined {
  let found: Element | undefined;
  for (let root: Document | ShadowRoot | null = document; root; root = found?.shadowRoot ?? null) {
    const element: Element | null = root.elementFromPoint(x, y);
    if (element?.getRootNode() !== root) break;
    found = element as Element;
  }
  return found;
}
