/** Which papers a query allows, and what of it the search engine is asked. */
import { digestLabel } from './digest-label.ts';
import { fold } from './fold.ts';
import type { Digest, Paper, PaperId, ReadingListEntry } from './paper.ts';
import type { Filter, ParsedQuery } from './query.ts';
import { formsOf, queryWords, wordsOf } from './words.ts';

/** What is known of papers beside their texts. */
export interface Surroundings {
  digests: ReadonlyMap<string, Digest>;
  /** The reading list by paper. */
  entries: ReadonlyMap<PaperId, ReadingListEntry>;
}

/** The words to search for: what papers should have, wherever. Phrases and texts of filters are among them, so that they rank and are marked. */
export function askedWords({ words, phrases, filters }: ParsedQuery): string {
  const within = filters.filter(({ operator, negated }) => isText(operator) && !negated).map(({ value }) => value);
  // The last word typed may be unfinished, and only the engine's last one is taken so: words stand last.
  return [...within, ...phrases, ...words].join(' ');
}

/** The condition that a query sets; undefined when it sets none. */
export function paperFilter(query: ParsedQuery, around: Surroundings): ((paper: Paper) => boolean) | undefined {
  const conditions = [
    ...query.filters.map((filter) => conditionOf(filter, around)),
    ...query.phrases.map((phrase) => either(holdsPhrase(phrase))),
    ...query.excluded.map(({ value, quoted }) => not(either(quoted ? holdsPhrase(value) : holdsWord(value)))),
  ];
  // Looking into texts is dear: that comes last, when little else is left.
  return conditions.length > 0 ? (paper) => conditions.every((holds) => holds(paper)) : undefined;
}

type Condition = (paper: Paper) => boolean;
type TextCondition = (text: string) => boolean;

const not =
  (holds: Condition): Condition =>
  (paper) =>
    !holds(paper);

const either =
  (holds: TextCondition): Condition =>
  ({ title, abstract }) =>
    holds(title) || holds(abstract);

function conditionOf(filter: Filter, around: Surroundings): Condition {
  const holds = positive(filter, around);
  return filter.negated ? not(holds) : holds;
}

function positive({ operator, value, quoted }: Filter, { digests, entries }: Surroundings): Condition {
  const wanted = value.toLowerCase();
  switch (operator) {
    case 'title':
    case 'abstract': {
      const holds = quoted ? holdsPhrase(value) : holdsBeginning(value);
      return (paper) => holds(paper[operator]);
    }
    case 'tag':
      return ({ id }) => entries.get(id)?.tags.some((tag) => fold(tag) === fold(value)) ?? false;
    case 'digest': {
      const named = new Set([...digests.values()].filter((digest) => isNamed(digest, value)).map(({ id }) => id));
      return ({ digestIds }) => digestIds.some((id) => named.has(id));
    }
    case 'is': {
      const status = wanted === 'unread' ? 'to-read' : wanted;
      return ({ id }) => (wanted === 'saved' ? entries.has(id) : entries.get(id)?.status === status);
    }
    case 'has':
      return wanted === 'note'
        ? ({ id }) => (entries.get(id)?.note ?? '').trim() !== ''
        : ({ codeLinks }) => codeLinks.length > 0;
  }
}

function isText(operator: string): boolean {
  return operator === 'title' || operator === 'abstract';
}

function isNamed(digest: Digest, value: string): boolean {
  return digest.id.startsWith(value) || fold(digestLabel(digest)).includes(fold(value));
}

/** The words as they stand there, each once per place, in order: phrases are found whole, and "gan" not in "organ". */
function lineOf(text: string): string {
  const words = wordsOf(text).flatMap(({ text }) => text.split(/[-‐‑–]+/u).map(fold));
  return ` ${words.filter((word) => word !== '').join(' ')} `;
}

function holdsPhrase(phrase: string): TextCondition {
  const wanted = lineOf(phrase);
  return (text) => wanted.trim() === '' || lineOf(text).includes(wanted);
}

function holdsWord(word: string): TextCondition {
  const wanted = queryWords(word);
  if (wanted.length !== 1) return wanted.length === 0 ? () => false : holdsPhrase(word);
  return (text) => wordsOf(text).some((found) => formsOf(found.text).includes(wanted[0] as string));
}

/** Every word, or the beginning of one: the filter may still be in the typing. */
function holdsBeginning(words: string): TextCondition {
  const wanted = queryWords(words);
  return (text) => {
    const forms = wordsOf(text).flatMap((word) => formsOf(word.text));
    return wanted.every((beginning) => forms.some((form) => form.startsWith(beginning)));
  };
}
