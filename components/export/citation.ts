/** The citation of one paper, for the clipboard. */
import type { PaperId } from '../../lib/core/model/paper.ts';
import { allPapers } from '../../lib/db/catalogue.ts';
import { asFirstSaid } from '../../lib/db/first-said.ts';
import { writeBibtex } from '../../lib/export/bibtex.ts';
import { citationKeys } from '../../lib/export/citation-keys.ts';
import { t } from '../../lib/words/words.ts';

/**
 * A paper's BibTeX entry, with the key that it has in every export, and without the reader's tags
 * and note, since others may read it. Throws if the paper is no longer in the catalogue.
 */
export async function citationOf(paperId: PaperId): Promise<string> {
  const papers = await allPapers();
  const paper = papers.find(({ id }) => id === paperId);
  if (!paper) throw new Error(t('export.gone'));
  const keys = citationKeys(await asFirstSaid(papers));
  return writeBibtex([{ paper, entry: undefined, key: keys.get(paperId) as string }]);
}
