/** Notices events that may show or hide text without changing the DOM. */
import { listen } from './persistent-listeners.ts';

/** Events after which styles may show or hide text. */
const DOCUMENT_EVENTS = [
  ...['load', 'toggle', 'beforetoggle', 'transitionend', 'transitioncancel', 'animationend', 'animationcancel'],
  ...[
    'change',
    'input',
    'click',
    'keyup',
    'focusin',
    'focusout',
    'pointerover',
    'fullscreenchange',
    'visibilitychange',
  ],
];
const WINDOW_EVENTS = ['load', 'resize', 'hashchange', 'popstate', 'pageshow'];

/** Calls `listener` on each of them until `signal` aborts. */
export function listenToVisibilityEvents(listener: () => void, signal: AbortSignal): void {
  for (const type of DOCUMENT_EVENTS) listen(document, type, listener, signal);
  for (const type of WINDOW_EVENTS) listen(window, type, listener, signal);
}
