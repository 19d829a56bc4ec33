/** Names digests by their contents: "Mar 12 · 64 papers · control variates, sampling". */
import type { ParsedDigest } from './parse-digest.ts';

/** Subjects in a name: more don't fit on a line. */
const MAX_SUBJECTS = 2;
/** How many titles, and what share of them, must be about a subject to name the digest after it. */
const [MIN_TITLES, MIN_SHARE] = [3, 0.05];

/** Words that occur in titles of any subject. */
const STOP_WORDS = new Set(
  `a accurate an and are as at based be better between beyond by can data deep do does efficient end fast for free from general good
  high how image images improving in into is it its large learning method methods model models more need network networks neural new
  not of on one only or over random representation robust the their through to towards toward training understanding
  under using via what when why with without you your approach approaches analysis few several study simple`.split(
    /\s+/,
  ),
);

/**
 * For each digest its date, if any, the number of its papers, and the subjects that distinguish it.
 */
export function nameDigests(digests: Pick<ParsedDigest, 'date' | 'entries'>[]): string[] {
  const subjects = digests.map(({ entries }) => entries.map(({ title }) => subjectsOf(title)));
  return digests.map(({ date, entries }, i) => {
    const others = subjects.flatMap((ofDigest, k) => (k === i ? [] : ofDigest));
    const named = distinctive(subjects[i] as Map<string, string>[], others).join(', ');
    const size = `${entries.length} ${entries.length === 1 ? 'paper' : 'papers'}`;
    return [date, size, named].filter(Boolean).join(' · ');
  });
}

/**
 * The possible subjects of a title, single words and adjacent pairs: by singular form, as written.
 */
function subjectsOf(title: string): Map<string, string> {
  const words = title.match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? [];
  const subjects = new Map<string, string>();
  for (const [i, word] of words.entries()) {
    if (isTelling(word)) subjects.set(formOf(word), written(word));
    const next = words[i + 1];
    if (next !== undefined && isTelling(word) && isTelling(next)) {
      subjects.set(`${word.toLowerCase()} ${formOf(next)}`, `${written(word)} ${written(next)}`);
    }
  }
  return subjects;
}

function isTelling(word: string): boolean {
  return word.length > 3 && !STOP_WORDS.has(word.toLowerCase());
}

function formOf(word: string): string {
  return word.toLowerCase().replace(/(?<=[a-z]{3}[^s])s$/, '');
}

/** Names and abbreviations keep their capitals, words at the beginning of a title do not. */
function written(word: string): string {
  return /[\p{L}\p{N}]\p{Lu}/u.test(word) ? word : word.toLowerCase();
}

/**
 * The subjects by their contribution to the Kullback–Leibler divergence of a digest's titles from
 * the others'.
 */
function distinctive(titles: Map<string, string>[], others: Map<string, string>[]): string[] {
  const counts = new Map<string, number>();
  for (const title of titles) for (const form of title.keys()) counts.set(form, (counts.get(form) ?? 0) + 1);
  const ranked = [...counts]
    .filter(([, count]) => count >= Math.max(MIN_TITLES, MIN_SHARE * titles.length))
    .map(([form, count]) => {
      const share = count / titles.length;
      const elsewhere = (others.filter((title) => title.has(form)).length + 0.5) / (others.length + 1);
      return { form, count, score: share * Math.log(share / elsewhere) };
    })
    .sort((a, b) => b.score - a.score || b.form.length - a.form.length || a.form.localeCompare(b.form));
  const chosen: typeof ranked = [];
  for (const one of ranked) {
    // "control variates" says what "variates" does.
    const isSaid = chosen.some(({ form }) => form.split(' ').includes(one.form) || one.form.split(' ').includes(form));
    if (!isSaid && chosen.length < MAX_SUBJECTS && one.score > 0) chosen.push(one);
  }
  return chosen.map(
    ({ form }) => titles.map((title) => title.get(form)).findLast((text) => text !== undefined) as string,
  );
}
