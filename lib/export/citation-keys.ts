/** Citation keys of papers. */

import type { Paper, PaperId } from '../core/model/paper.ts';
import { firstAuthorOf } from '../core/model/record.ts';
import { fold } from '../core/text/fold.ts';
import { wordPartsOf } from '../core/text/words.ts';

/** Words of a title in a key, at most. */
const MAX_KEY_WORDS = 3;
/** Letters of a word in a key, at most: some titles have words in scripts without spaces. */
const MAX_WORD_LETTERS = 20;
/** Digits of the paper's id that tell equal keys apart. */
const ID_SUFFIX_LENGTH = 6;

/** Words that say nothing about the subject of a paper. */
const STOP_WORDS = new Set(
  `a an and are as at be by can do does for from how if in into is it its not of on or our should than that the their
  they this to towards toward under using versus via vs was we what when where which who why will with without you your`.split(
    /\s+/,
  ),
);

/** The fields of a paper that its key is made of. */
export type Cited = Pick<Paper, 'id' | 'title' | 'authors' | 'year'>;

/**
 * A key for each paper, of ASCII letters and digits: "song2021score" of first author, year and the
 * first telling word of the title, or, without authors, the first telling words in camel case, such
 * as "epigrafRethinkingTraining". Give papers as their first source has them: a key that a reader
 * may have cited must not change when another source adds authors later. Papers of the `catalogue`
 * with equal keys get a part of their ids, so that a key never depends on what else is exported,
 * and never silently comes to mean another paper.
 */
export function citationKeys(catalogue: Iterable<Cited>): Map<PaperId, string> {
  const papers = [...catalogue].map((paper) => ({ id: paper.id, stem: stemOf(paper) }));
  const counts = new Map<string, number>();
  for (const { stem } of papers) counts.set(stem.toLowerCase(), (counts.get(stem.toLowerCase()) ?? 0) + 1);
  return new Map(
    papers.map(({ id, stem }) => [
      id,
      counts.get(stem.toLowerCase()) === 1 ? stem : `${stem}-${id.slice(0, ID_SUFFIX_LENGTH)}`,
    ]),
  );
}

function stemOf({ title, authors, year }: Cited): string {
  const words = wordPartsOf(title).map(lettersOf).filter(Boolean);
  const telling = words.filter((word) => !STOP_WORDS.has(word));
  const [first = 'paper', ...others] = (telling.length > 0 ? telling : words)
    .slice(0, MAX_KEY_WORDS)
    .map((word) => word.slice(0, MAX_WORD_LETTERS));
  const author = lettersOf(firstAuthorOf({ ...(authors && { authors }) }) ?? '').slice(0, MAX_WORD_LETTERS);
  if (/^[a-z]/.test(author)) return `${author}${year ?? ''}${first}`;
  const stem = first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  // Some programs take such a key for a number.
  return /^\d/.test(stem) ? `p${stem}` : stem;
}

/** Not every program allows letters beyond ASCII in a key. */
function lettersOf(word: string): string {
  return fold(word).replace(/[^a-z0-9]/g, '');
}
