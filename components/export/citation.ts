/** The citation of one paper, for the clipboard. */
import type { PaperId } from '../../lib/core/model/paper.ts';
import { allPapers } from '../../lib/db/catalogue.ts';
import { asFirstSaid } from '../../lib/db/first-said.ts';
import { writeBibtex } from '../../lib/export/bibtex.ts';
import { citationKeys } from '../../lib/export/citation-keys.ts';
import { t } from '../../lib/words/words.ts';

/**
 * A paper's entry for a .bib file, under the key that it has in every export. What the reader made
 * of the paper is not in it: it is for a file that others may read. Throws if the paper is not in
 * the catalogue any more.
 */
export async function citationOf(paperId: PaperId): Promise<string> {
  const papers = await allPapers();
  const paper = papers.find(({ id }) => id === paperId);
  if (!paper) throw new Error(t('export.gone'));
  const keys = citationKeys(await asFirstSaid(papers));
  return writeBibtex([{ paper, entry: undefined, key: keys.get(paperId) as string }]);
}
