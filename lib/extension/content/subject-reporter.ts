/**
 * Reports to the background what a page is about, until it was about a catalogued paper once: a
 * page must not be able to go through all titles.
 */
import { browser } from 'wxt/browser';
import { pageFacts } from '../../page/page-facts.ts';
import { send } from '../browser/send.ts';

/** How long changes of a document's head are collected. */
const BATCH_MS = 300;

/**
 * Single-page sites whose addresses prove what their pages are about: there, each address may
 * report a paper. Elsewhere, each document may.
 */
const TRUSTED_SITE = /^https:\/\/(?:www\.)?(?:arxiv\.org|openreview\.net)\//;

/** The global scope that scripts of one extension share in a page. */
interface SubjectScope {
  /** Ends the reports of an earlier script. */
  paperlightSubject?: AbortController;
}

/**
 * Reports the facts of this page, now and after changes of its title and metadata. Does nothing in
 * a child frame.
 */
export function reportSubject(): void {
  if (window !== window.top) return;
  const scope = globalThis as SubjectScope;
  scope.paperlightSubject?.abort();
  const ended = new AbortController();
  scope.paperlightSubject = ended;

  let reported = '';
  /** The address at which a catalogued paper was recognised. */
  let recognisedAt: string | undefined;
  let last = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = async (): Promise<void> => {
    // After an update of the extension this script is orphaned, and may not call.
    if (!browser.runtime?.id) ended.abort();
    if (ended.signal.aborted) return;
    const facts = pageFacts();
    const isDone = TRUSTED_SITE.test(facts.address) ? facts.address === recognisedAt : recognisedAt !== undefined;
    const before = reported;
    reported = JSON.stringify(facts);
    if (isDone || reported === before) return;
    const answer = await send('page/about', facts);
    if (answer.ok && answer.value) recognisedAt = facts.address;
  };
  const scheduleReport = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      // One at a time: whether to report more depends on the answer.
      last = last.then(report);
    }, BATCH_MS);
  };
  const observer = new MutationObserver(scheduleReport);
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
  addEventListener('load', scheduleReport, { signal: ended.signal });
  scheduleReport();
}
