/** Names for digests that say more than the hash in their file name. */
import type { ParsedDigest } from './digest-parser.ts';

const WORDS_IN_NAME = 3;

const STOP_WORDS = new Set(
  `a an and are as at based be better beyond by can do does for free from high how in into is it its large learning method methods
  model models more need network networks new not of on one only or over the their to towards toward under using via what when
  why with without you your`.split(/\s+/),
);

/** For each digest its date, if it has one, and the words of its titles that set it apart: "Mar 12 · pruning, sparse, lottery". */
export function nameDigests(digests: Pick<ParsedDigest, 'date' | 'entries'>[]): string[] {
  const counts = digests.map(({ entries }) => countWords(entries.map((entry) => entry.title)));
  const sizes = digests.map(({ entries }) => entries.length);
  return digests.map(({ date }, i) => {
    const words = distinctiveWords(counts, sizes, i).join(', ');
    return [date, words].filter(Boolean).join(' · ');
  });
}

/** In how many titles each word stands. */
function countWords(titles: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const title of titles) {
    const words = title.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]+/gu) ?? [];
    for (const word of new Set(words)) {
      if (word.length > 3 && !STOP_WORDS.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** The words by their contribution to the Kullback–Leibler divergence of this digest's titles from the others'. */
function distinctiveWords(counts: Map<string, number>[], sizes: number[], digest: number): string[] {
  const size = sizes[digest] as number;
  const otherSize = sizes.reduce((sum, other) => sum + other, 0) - size;
  const score = (word: string, count: number): number => {
    const others = counts.reduce((sum, other, i) => (i === digest ? sum : sum + (other.get(word) ?? 0)), 0);
    const share = count / size;
    return share * Math.log(share / ((others + 0.5) / (otherSize + 1)));
  };
  return [...(counts[digest] as Map<string, number>)]
    .map(([word, count]): [string, number] => [word, score(word, count)])
    .sort(([wordA, a], [wordB, b]) => b - a || wordA.localeCompare(wordB))
    .slice(0, WORDS_IN_NAME)
    .map(([word]) => word);
}
