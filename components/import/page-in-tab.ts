/** Reads the page in a tab for an import. */
import { readTab, UnreadablePageError } from '../../lib/extension/browser/page-papers.ts';
import type { PageToImport } from '../../lib/import/protocol.ts';

/**
 * Reads the papers of the page in a tab, or the file that it shows. Leaves out the address in a
 * private window. Throws {@link UnreadablePageError} for a page that can't be read, or has no
 * papers.
 */
export async function pageToImport(tabId: number): Promise<PageToImport | File> {
  const { address, isPrivate, read } = await readTab(tabId);
  const { origin, pathname, hostname } = new URL(address);
  if (read.kind === 'file') return new File([read.text], pathname.split('/').at(-1) || hostname);
  const { name, papers, refusals, volumeBib } = read;
  if (papers.length === 0 && refusals.length === 0) throw new UnreadablePageError('No papers can be read from it.');
  return {
    name: name || hostname,
    ...(!isPrivate && { origin: origin + pathname }),
    papers,
    refusals,
    ...(volumeBib && { volumeBib }),
  };
}
