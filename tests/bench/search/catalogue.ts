/** Catalogues of any size with abstracts, made from the digests with a fixed seed. */
import { resolve } from 'node:path';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import { randomNumbers, titlesOf } from '../highlight/pages.ts';

/**
 * Of so many words in an abstract one is of nobody else: names, numbers and slips make the words of
 * a real catalogue grow with it.
 */
const COINED = 150;

/**
 * `count` papers: the bundled ones, then generated ones of the length of real ones, 1.2 kB each.
 */
export function generatedPapers(count: number): Paper[] {
  const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../seeds')).catalogue;
  const titles = titlesOf(
    papers.map(({ title }) => title),
    count,
  );
  const words = papers.flatMap(({ abstract }) => abstract.split(/\s+/));
  const random = randomNumbers(2);
  const below = (n: number): number => Math.floor(random() * n);
  return titles.map((title, i) => {
    const known = papers[i];
    return known ?? { id: paperIdOf(title), title, abstract: abstractOf(words, below), digestIds: [], codeLinks: [] };
  });
}

/**
 * Runs of a dozen words, as in the text that benchmarks of pages use: they keep what stands with
 * what.
 */
function abstractOf(words: string[], below: (n: number) => number): string {
  const text: string[] = [];
  while (text.length < 165) {
    const start = below(words.length - 12);
    text.push(...words.slice(start, start + 12));
  }
  return text.map((word) => (below(COINED) === 0 ? `${word}${below(1_000_000).toString(36)}` : word)).join(' ');
}
