/** Notices what may have shown or hidden text that stayed as it was. */
import { listen } from './lasting-listeners.ts';

/** Events after which other text may be drawn than before, by style alone. */
const TELLING = [
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
const TELLING_WINDOW = ['load', 'resize', 'hashchange', 'popstate', 'pageshow'];

/** Calls `stirred` after each of those until `signal` aborts. */
export function watchSight(stirred: () => void, signal: AbortSignal): void {
  for (const type of TELLING) listen(document, type, stirred, signal);
  for (const type of TELLING_WINDOW) listen(window, type, stirred, signal);
}
