/**
 * Tells a content script when to end. Replaces WXT's class of this name (see wxt.config.ts), most
 * of which is unused here and would be a tenth of the content script.
 */
import { listen } from '../../page/persistent-listeners.ts';
import { secretEventName } from '../browser/secret-event.ts';

/** The global scope that scripts of one version share in a frame. */
interface LifeScope {
  /** Ends the script in this frame. */
  paperlightEnd?: () => void;
}

/** Aborts its signal when another content script takes over. */
export class ContentScriptContext {
  readonly signal: AbortSignal;

  constructor() {
    const controller = new AbortController();
    this.signal = controller.signal;
    const scope = globalThis as LifeScope;
    // A page that loads while the extension is being installed gets the script twice.
    if (Object.hasOwn(scope, 'paperlightEnd')) scope.paperlightEnd?.();
    scope.paperlightEnd = () => controller.abort();
    // A script that can't get the name has lost its extension: it is itself of an old version.
    takeOver(controller).catch(() => {});
  }
}

/**
 * Ends the script of another version, and lets the next one end this one. Versions have only the
 * page's events in common. The event's name is secret: with it a page could detect the script, and
 * end it.
 */
async function takeOver(controller: AbortController): Promise<void> {
  const eventName = await secretEventName();
  if (controller.signal.aborted) return;
  document.dispatchEvent(new Event(eventName));
  listen(document, eventName, () => controller.abort(), controller.signal);
}
