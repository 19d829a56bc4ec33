/**
 * Tells the background what a page is about, until it has taught a paper: a page must not walk
 * through all titles.
 */
import { browser } from 'wxt/browser';
import { pageFacts } from '../../page/page-facts.ts';
import { send } from '../browser/send.ts';

/** How long changes of a document's head are gathered before they are told. */
const GATHER_MS = 300;

/**
 * Sites whose addresses prove what their pages are about, and which show one paper after the other
 * in one document: each address may teach a paper there. Elsewhere each document may.
 */
const PROVING_SITE = /^https:\/\/(?:www\.)?(?:arxiv\.org|openreview\.net)\//;

/** The global scope that scripts of one extension share in a page. */
interface SubjectScope {
  /** Ends the telling of a script that was here before. */
  paperlightSubject?: AbortController;
}

/**
 * Tells what this page says of itself, now and after changes of its title and metadata. Frames
 * within a page say nothing.
 */
export function tellSubject(): void {
  if (window !== window.top) return;
  const scope = globalThis as SubjectScope;
  scope.paperlightSubject?.abort();
  const ended = new AbortController();
  scope.paperlightSubject = ended;

  let told = '';
  /** The address of the page when it taught a paper. */
  let taughtAt: string | undefined;
  let last = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = async (): Promise<void> => {
    // After an update of the extension this script is an orphan, which may not call.
    if (!browser.runtime?.id) ended.abort();
    if (ended.signal.aborted) return;
    const facts = pageFacts();
    const hasTaught = PROVING_SITE.test(facts.address) ? facts.address === taughtAt : taughtAt !== undefined;
    const before = told;
    told = JSON.stringify(facts);
    if (hasTaught || told === before) return;
    const answer = await send('page/about', facts);
    if (answer.ok && answer.value) taughtAt = facts.address;
  };
  const tellSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      // One at a time: whether the page may teach more depends on the answer.
      last = last.then(tell);
    }, GATHER_MS);
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
