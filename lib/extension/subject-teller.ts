/** Tells the background what a page is about: once the page is known to name a paper, and again when it has become another one. */
import { browser } from 'wxt/browser';
import { pageFacts } from '../page/page-facts.ts';
import type { FromPage } from './messages.ts';

/** Changes of a document's head come together, in milliseconds. */
const PAUSE = 300;

/** The global scope that scripts of one extension share in a page. */
interface SubjectScope {
  /** Ends the telling of a script that was here before. */
  paperlightSubject?: AbortController;
}

/** Tells what this page says of itself, now and after changes of its title and metadata. Frames within a page say nothing. */
export function tellSubject(): void {
  if (window !== window.top) return;
  const scope = globalThis as SubjectScope;
  scope.paperlightSubject?.abort();
  const ended = new AbortController();
  scope.paperlightSubject = ended;

  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    timer = undefined;
    // After an update of the extension this script is an orphan, which may not call.
    if (!browser.runtime?.id) ended.abort();
    if (ended.signal.aborted) return;
    const facts = pageFacts();
    const before = told;
    told = JSON.stringify(facts);
    if (told === before) return;
    const message: FromPage = { type: 'page/about', facts };
    browser.runtime.sendMessage(message).catch(() => {});
  };
  const tellSoon = (): void => {
    timer ??= setTimeout(tell, PAUSE);
  };
  const observer = new MutationObserver(tellSoon);
  observer.observe(document.head ?? document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['content', 'href'],
  });
  ended.signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  addEventListener('load', tellSoon, { signal: ended.signal });
  tellSoon();
}
