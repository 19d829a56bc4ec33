/**
 * The life of a content script. It takes the place of WXT's class of this name (see wxt.config.ts), most of which nobody here uses and
 * every page would load: it is a tenth of the content script.
 */
import { browser } from 'wxt/browser';

/** Says when a newer version of the content script has taken over. */
export class ContentScriptContext {
  readonly signal: AbortSignal;

  constructor(name: string) {
    const controller = new AbortController();
    this.signal = controller.signal;
    const started = `${browser.runtime.id}:${name}:started`;
    // The scripts of a page that come from different versions share only its events.
    document.dispatchEvent(new Event(started));
    document.addEventListener(started, () => controller.abort(), { signal: this.signal });
  }
}
