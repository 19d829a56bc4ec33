/** A bibliography of any size, as a program would write it. */
import type { Paper } from '../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import { writeBibtex } from '../../../lib/export/bibtex.ts';
import { Chance } from '../../fuzz/random.ts';
import { generatedPapers } from '../search/catalogue.ts';

const FAMILIES = 'Song Ho Müller García Chen Ivanova Tanaka Oord Kingma Łukasik Nguyen Smith Rossi Sato'.split(' ');
const GIVEN = 'Yang Jonathan Ana Li Diederik Maria Kenji Aaron Jascha Wei Thi John Giulia Yuki'.split(' ');
const VENUES = [
  'International Conference on Learning Representations',
  'NeurIPS',
  'Journal of Machine Learning Research',
];

/** `count` papers with abstracts, authors, years and venues; the same for the same count. */
export function creditedPapers(count: number): Paper[] {
  const chance = new Chance(24);
  return generatedPapers(count).map((paper, i) => {
    const title = `${paper.title} ${i.toString(36)}`;
    const authors = Array.from({ length: 1 + chance.below(5) }, () => ({
      family: chance.of(FAMILIES),
      given: chance.of(GIVEN),
    }));
    const credits = { authors, year: 2000 + chance.below(26), venue: chance.of(VENUES), type: 'conference' as const };
    return { ...paper, ...credits, id: paperIdOf(title), title, digestIds: ['bench'] };
  });
}

/** The papers as a .bib file. */
export function bibliographyOf(papers: readonly Paper[]): Blob {
  const pieces: string[] = [];
  for (let from = 0; from < papers.length; from += 1_000) {
    const some = papers.slice(from, from + 1_000);
    pieces.push(writeBibtex(some.map((paper, i) => ({ paper, entry: undefined, key: `key${from + i}` }))), '\n');
  }
  return new Blob(pieces);
}
