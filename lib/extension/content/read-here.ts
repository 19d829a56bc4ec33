/** Reads the papers of the page that this script is in. */

import { type PagePapers, readPageInSteps } from '../../page/papers/read-page.ts';
import { inSlices } from '../../page/slices.ts';
import type { ShownFile } from '../browser/page-papers.ts';

/**
 * Media types of files that browsers show as text (https://www.iana.org/assignments/media-types/).
 */
const TEXT_TYPE = /^(?:text\/(?:plain|csv|x-bibtex)|application\/(?:json|x-bibtex|x-research-info-systems))$/;
/**
 * The longest file that is read, in UTF-16 units, since it is copied twice on its way. A longer one
 * can be saved and imported.
 */
const MAX_FILE_LENGTH = 20_000_000;

/** Reads the page in slices that don't block it; only the selection, if there is one. */
export async function readHere(): Promise<PagePapers | ShownFile | undefined> {
  if (TEXT_TYPE.test(document.contentType)) return shownFile();
  const selection = getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, i) => selection?.getRangeAt(i) as Range);
  const steps = readPageInSteps(document, location.href, ranges);
  let papers: PagePapers | undefined;
  const step = (): boolean => {
    const { done, value } = steps.next();
    if (done) papers = value;
    return !done;
  };
  await inSlices(step, () => {}, new AbortController().signal);
  return papers;
}

function shownFile(): ShownFile | undefined {
  const text = document.body?.textContent ?? '';
  return text.length <= MAX_FILE_LENGTH ? { kind: 'file', text } : undefined;
}
