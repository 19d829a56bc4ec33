/**
 * The life of a content script. It takes the place of WXT's class of this name (see wxt.config.ts),
 * most of which nobody here uses and every page would load: it is a tenth of the content script.
 */
import { listen } from '../../page/persistent-listeners.ts';
import { eventWord } from '../browser/event-word.ts';

/** The global scope that scripts of one version share in a frame. */
interface LifeScope {
  /** Ends the script that runs in this frame. */
  paperlightEnd?: () => void;
}

/** Says when another content script has taken over. */
export class ContentScriptContext {
  readonly signal: AbortSignal;

  constructor() {
    const controller = new AbortController();
    this.signal = controller.signal;
    const scope = globalThis as LifeScope;
    // A page that loads while the extension is installed gets its script twice.
    if (Object.hasOwn(scope, 'paperlightEnd')) scope.paperlightEnd?.();
    scope.paperlightEnd = () => controller.abort();
    // A script that can't ask for the word has lost its extension: it is of an old version itself.
    takeOver(controller).catch(() => {});
  }
}

/**
 * Ends the script of another version, and lets the next one end this one. Versions share only the
 * page's events, and their name is a secret: by a name that pages know they could tell that there
 * is a script, and end it.
 */
async function takeOver(controller: AbortController): Promise<void> {
  const started = await eventWord();
  if (controller.signal.aborted) return;
  document.dispatchEvent(new Event(started));
  listen(document, started, () => controller.abort(), controller.signal);
}
