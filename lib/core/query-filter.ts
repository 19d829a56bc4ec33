/** Which papers a query allows, and what of it the search engine is asked. Most is known from the index; for phrases texts are read. */
import { digestLabel } from './digest-label.ts';
import { fold } from './fold.ts';
import type { Digest, ListedPaper, ReadingListEntry } from './paper.ts';
import type { Filter, ParsedQuery } from './query.ts';
import type { QueryContext } from './query-context.ts';
import { HAS_CODE, HAS_KNOWN_ID, type SearchIndex } from './search-index.ts';
import { queryWords, wordPartsOf } from './words.ts';

/** The words to search for: what papers should have, wherever. Phrases and texts of filters are among them, so that they rank and are marked. */
export function askedWords({ words, phrases, filters }: ParsedQuery): string {
  const within = filters.filter(({ operator, negated }) => isText(operator) && !negated).map(({ value }) => value);
  // The last word typed may be unfinished, and only the engine's last one is taken so: words stand last.
  return [...within, ...phrases, ...words].join(' ');
}

/** A paper does not fit; it does; its text must be read to know. */
export type Fit = 0 | 1 | 2;
const NO = 0;
const YES = 1;
const READ = 2;

/** Which papers of an index may answer. */
export interface PaperFilter {
  /** What the index says about the paper with this number. */
  fits(paper: number): Fit;
  /** What the paper's text says, where that must be read. */
  holds(paper: ListedPaper): boolean;
}

/** The condition that a query sets, for the index that it is asked of; undefined when it sets none. */
export function paperFilter(
  query: ParsedQuery,
  context: QueryContext,
): ((index: SearchIndex) => PaperFilter) | undefined {
  const conditions = [
    ...query.filters.filter(isCondition).map((filter) => conditionOf(filter, context)),
    ...query.phrases.map((phrase) => phraseIn(phrase, ['title', 'abstract'])),
    ...query.excluded.map(({ value, quoted }) =>
      not(quoted || queryWords(value).length > 1 ? phraseIn(value, ['title', 'abstract']) : wordIn(value)),
    ),
  ];
  if (conditions.length === 0) return undefined;
  return (index) => {
    const parts = conditions.map((condition) => condition(index));
    const fits = (paper: number): Fit => {
      let all: Fit = YES;
      for (const part of parts) {
        const fit = part.fits(paper);
        if (fit === NO) return NO;
        if (fit === READ) all = READ;
      }
      return all;
    };
    return { fits, holds: (paper) => parts.every((part) => part.holds(paper)) };
  };
}

type Condition = (index: SearchIndex) => PaperFilter;
type FieldName = 'title' | 'abstract';

const always = (): boolean => true;

const not =
  (condition: Condition): Condition =>
  (index) => {
    const { fits, holds } = condition(index);
    return {
      fits: (paper) => ({ [NO]: YES, [YES]: NO, [READ]: READ })[fits(paper)] as Fit,
      holds: (paper) => holds === always || !holds(paper),
    };
  };

/** A condition that the index knows all about: the papers with these numbers. */
const among =
  (numbersIn: (index: SearchIndex) => Iterable<number>): Condition =>
  (index) => {
    const chosen = new Uint8Array(index.size);
    for (const paper of numbersIn(index)) if (paper >= 0) chosen[paper] = 1;
    return { fits: (paper) => (chosen[paper] === 1 ? YES : NO), holds: always };
  };

/** An order is asked of all answers alike. */
function isCondition({ operator }: Filter): boolean {
  return operator !== 'sort';
}

function conditionOf(filter: Filter, context: QueryContext): Condition {
  const condition = positive(filter, context);
  return filter.negated ? not(condition) : condition;
}

function positive({ operator, value, quoted }: Filter, { digests, entries }: QueryContext): Condition {
  const wanted = value.toLowerCase();
  const withEntry = (test: (entry: ReadingListEntry) => boolean): Condition =>
    among((index) => [...entries.values()].filter(test).map(({ paperId }) => index.numberOf(paperId)));
  switch (operator) {
    case 'title':
    case 'abstract':
      return quoted ? phraseIn(value, [operator]) : beginningsIn(value, operator);
    case 'tag':
      return withEntry(({ tags }) => tags.some((tag) => fold(tag) === fold(value)));
    case 'digest': {
      const named = [...digests.values()].filter((digest) => isNamed(digest, value));
      return among((index) => named.flatMap(({ paperIds }) => paperIds.map((id) => index.numberOf(id))));
    }
    case 'sort':
      return () => ({ fits: () => YES, holds: always });
    case 'is': {
      const status = wanted === 'unread' ? 'to-read' : wanted;
      return withEntry((entry) => wanted === 'saved' || entry.status === status);
    }
    case 'has':
      return wanted === 'note'
        ? withEntry(({ note }) => note.trim() !== '')
        : flagged(wanted === 'code' ? HAS_CODE : HAS_CODE | HAS_KNOWN_ID);
  }
}

function isText(operator: string): boolean {
  return operator === 'title' || operator === 'abstract';
}

function isNamed(digest: Digest, value: string): boolean {
  return digest.id.startsWith(value) || fold(digestLabel(digest)).includes(fold(value));
}

function flagged(flags: number): Condition {
  return (index) => ({ fits: (paper) => ((index.arrays.flags[paper] as number) & flags ? YES : NO), holds: always });
}

/** The word in title or abstract, in one of its forms. */
function wordIn(word: string): Condition {
  return among((index) => {
    const [wanted] = queryWords(word);
    const found = wanted === undefined ? -1 : index.words.find(wanted);
    return [...index.papersWith(found, 'title'), ...index.papersWith(found, 'abstract')];
  });
}

/** Every word, or the beginning of one: the filter may still be in the typing. */
function beginningsIn(words: string, field: FieldName): Condition {
  return (index) => {
    const wanted = queryWords(words);
    const counts = new Uint16Array(index.size);
    for (const [i, beginning] of wanted.entries()) {
      const [from, to] = index.words.beginningWith(beginning);
      for (let word = from; word < to; word++) {
        for (const paper of index.papersWith(word, field)) if (counts[paper] === i) counts[paper] = i + 1;
      }
    }
    return { fits: (paper) => (counts[paper] === wanted.length ? YES : NO), holds: always };
  };
}

/** The words side by side in one of the fields: papers that have all of them there must be read. */
function phraseIn(phrase: string, fields: FieldName[]): Condition {
  const line = lineOf(phrase);
  const wanted = [...new Set(queryWords(phrase))];
  return (index) => {
    const chosen = new Uint8Array(index.size);
    const counts = new Uint16Array(index.size);
    for (const field of fields) {
      counts.fill(0);
      for (const [i, word] of wanted.entries()) {
        for (const paper of index.papersWith(index.words.find(word), field))
          if (counts[paper] === i) counts[paper] = i + 1;
      }
      for (let paper = 0; paper < index.size; paper++) if (counts[paper] === wanted.length) chosen[paper] = 1;
    }
    const isEmpty = line.trim() === '';
    return {
      fits: (paper) => (isEmpty ? YES : chosen[paper] === 1 ? READ : NO),
      holds: (paper) => isEmpty || fields.some((field) => lineOf(paper[field]).includes(line)),
    };
  };
}

/** The words as they stand there, each once per place, in order: phrases are found whole, and "gan" not in "organ". */
function lineOf(text: string): string {
  const words = wordPartsOf(text).map(fold);
  return ` ${words.filter((word) => word !== '').join(' ')} `;
}
