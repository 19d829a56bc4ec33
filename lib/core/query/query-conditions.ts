/** The conditions of a query. The index answers most of them; phrases need the text. */
import { digestLabel } from '../digests/digest-label.ts';
import type { ReadingListEntry } from '../model/entry.ts';
import type { Digest, ListedPaper } from '../model/paper.ts';
import { stampTime } from '../model/stamp.ts';
import { tagKey } from '../model/tag-key.ts';
import { creditFields, withoutPrefix } from '../search-index/credit-terms.ts';
import { HAS_CODE, HAS_LINK, type SearchIndex } from '../search-index/search-index.ts';
import { fold } from '../text/fold.ts';
import { queryWords, wordPartsOf } from '../text/words.ts';
import type { Filter, ParsedQuery } from './parse-query.ts';
import type { QueryContext } from './query-context.ts';
import { among, type Condition, every, not } from './query-filter.ts';
import { isWithin } from './time-span.ts';
import { yearRange } from './year-range.ts';

/** Fields of text. */
type FieldName = 'title' | 'abstract' | 'author' | 'venue';

/**
 * Prefixes of the fields' terms in the index. Terms with a prefix have their postings among the
 * abstracts'.
 */
const fieldPrefixes = { title: '', abstract: '', author: creditFields.author, venue: creditFields.venue };

/** The texts of a field; no phrase spans two of them. */
const textsOf: Record<FieldName, (paper: ListedPaper) => string[]> = {
  title: ({ title }) => [title],
  abstract: ({ abstract }) => [abstract],
  // A name is written in either order.
  author: ({ authors = [] }) =>
    authors.flatMap(({ given = '', family }) => [`${given} ${family}`, `${family} ${given}`]),
  venue: ({ venue = '', shortVenue = '' }) => [venue, shortVenue],
};

/**
 * The words to search for, anywhere in a paper. Phrases and texts of filters are among them, so
 * that they rank papers and are highlighted.
 */
export function wordsToSearch({ words, phrases, filters }: ParsedQuery): string {
  const within = filters.filter(({ operator, negated }) => isText(operator) && !negated).map(({ value }) => value);
  // The engine takes only its last word for a prefix, and only the last word typed may be one.
  return [...within, ...phrases, ...words].join(' ').trim();
}

/** The condition that a query sets; undefined when it sets none. */
export function conditionOf(query: ParsedQuery, context: QueryContext): Condition | undefined {
  const conditions = [
    ...query.filters.filter(({ operator }) => operator !== 'sort').map((filter) => ofFilter(filter, context)),
    ...query.phrases.map((phrase) => phraseIn(phrase, ['title', 'abstract', 'author'])),
    // Not in authors: who wants no GANs still wants the papers of Zhe Gan.
    ...query.excluded.map(({ value, quoted }) =>
      not(quoted || queryWords(value).length > 1 ? phraseIn(value, ['title', 'abstract']) : wordIn(value)),
    ),
  ];
  return conditions.length === 0 ? undefined : every(conditions);
}

/** The papers of the reading list. */
export function inReadingList({ entries }: QueryContext): Condition {
  return among((index) => Array.from(entries.keys(), (id) => index.numberOf(id)));
}

function ofFilter(filter: Filter, context: QueryContext): Condition {
  const condition = positive(filter, context);
  return filter.negated ? not(condition) : condition;
}

function positive({ operator, value, quoted }: Filter, { digests, entries, notesWith }: QueryContext): Condition {
  const wanted = value.toLowerCase();
  const withEntry = (test: (entry: ReadingListEntry) => boolean): Condition =>
    among((index) => [...entries.values()].filter(test).map(({ paperId }) => index.numberOf(paperId)));
  switch (operator) {
    case 'title':
    case 'abstract':
    case 'author':
    case 'venue':
      return quoted ? phraseIn(value, [operator]) : prefixesIn(value, operator);
    case 'year':
      return fromYears(value);
    case 'note': {
      const matching = new Set(notesWith?.(value, quoted));
      return withEntry(({ paperId }) => matching.has(paperId));
    }
    case 'tag': {
      const key = tagKey(value);
      return withEntry(({ tags }) => tags.some((tag) => tagKey(tag) === key));
    }
    case 'digest':
    case 'source':
      return inDigests(named([...digests.values()], value));
    case 'added':
      return inDigests([...digests.values()].filter(({ addedAt = 0 }) => isWithin(addedAt, value)));
    case 'saved':
      return withEntry(({ addedAt }) => isWithin(addedAt, value));
    case 'read':
      return withEntry(({ status, stamps }) => status === 'read' && isWithin(stampTime(stamps.status), value));
    case 'sort':
      return among((index) => Array.from({ length: index.size }, (_, paper) => paper));
    case 'is': {
      const status = wanted === 'unread' ? 'to-read' : wanted;
      return withEntry((entry) => wanted === 'saved' || entry.status === status);
    }
    case 'has':
      return wanted === 'note'
        ? withEntry(({ note }) => note.trim() !== '')
        : flagged(wanted === 'code' ? HAS_CODE : HAS_CODE | HAS_LINK);
  }
}

function inDigests(digests: readonly Digest[]): Condition {
  return among((index) => digests.flatMap(({ paperIds }) => paperIds.map((id) => index.numberOf(id))));
}

function isText(operator: string): boolean {
  return operator === 'title' || operator === 'abstract';
}

/**
 * The digests with this label. A complete label means only its own digest, though others may begin
 * with it, and one without letters, such as "🔥", does not match all others.
 */
function named(digests: readonly Digest[], value: string): Digest[] {
  const [wanted, key] = [fold(value), tagKey(value)];
  const found = digests.filter((digest) => {
    const label = digestLabel(digest);
    return digest.id.startsWith(value) || (wanted === '' ? label.includes(value) : fold(label).includes(wanted));
  });
  const whole = found.filter((digest) => tagKey(digestLabel(digest)) === key);
  return whole.length > 0 ? whole : found;
}

function flagged(flags: number): Condition {
  return among(function* ({ arrays }) {
    for (const [paper, of] of arrays.flags.entries()) if (of & flags) yield paper;
  });
}

/** Papers with the word in title or abstract, in any of its forms. */
function wordIn(word: string): Condition {
  const [wanted] = queryWords(word);
  const termIn = (index: SearchIndex): number => (wanted === undefined ? -1 : index.words.find(wanted));
  return among(
    (index) => [...index.papersWith(termIn(index), 'title'), ...index.papersWith(termIn(index), 'abstract')],
    (index) => [termIn(index)].filter((term) => term >= 0),
  );
}

/** Papers with every word, or one that begins with it: the filter may be unfinished. */
function prefixesIn(words: string, field: FieldName): Condition {
  const wanted = queryWords(words);
  const termsOf = (index: SearchIndex): number[][] =>
    wanted.map((prefix) => termsWithPrefix(index, fieldPrefixes[field] + prefix));
  return among(
    (index) => havingEach(index, termsOf(index), field),
    (index) => (field === 'title' ? [] : termsOf(index).flat()),
  );
}

/** Papers of these years; none for an invalid value. */
function fromYears(value: string): Condition {
  const [first, last] = yearRange(value) ?? [1, 0];
  const termsOf = (index: SearchIndex): number[] =>
    termsWithPrefix(index, creditFields.year).filter((term) => {
      const year = Number(withoutPrefix(index.words.termAt(term)));
      return first <= year && year <= last;
    });
  return among(function* (index) {
    for (const term of termsOf(index)) yield* index.papersWith(term, 'abstract');
  }, termsOf);
}

/** The terms of the index that begin with `beginning`. */
function termsWithPrefix(index: SearchIndex, beginning: string): number[] {
  const [from, to] = index.words.prefixRange(beginning);
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/**
 * Papers with the words side by side in one of the fields. Those that have all of them there must
 * be read.
 */
function phraseIn(phrase: string, fields: FieldName[]): Condition {
  const line = lineOf(phrase);
  const wanted = [...new Set(queryWords(phrase))];
  const isEmpty = line.trim() === '';
  const termsIn = (index: SearchIndex, field: FieldName): number[] =>
    wanted.map((word) => index.words.find(fieldPrefixes[field] + word));
  return {
    terms: (index) =>
      fields
        .filter((field) => field !== 'title')
        .flatMap((field) => termsIn(index, field))
        .filter((term) => term >= 0),
    over: (index) => {
      const chosen = new Uint8Array(index.size);
      for (const field of fields) {
        const terms = termsIn(index, field).map((term) => (term < 0 ? [] : [term]));
        for (const paper of havingEach(index, terms, field)) chosen[paper] = 1;
      }
      return {
        check: (paper) => (isEmpty ? 'yes' : chosen[paper] === 1 ? 'needs-text' : 'no'),
        matchesText: (paper) =>
          isEmpty || fields.some((field) => textsOf[field](paper).some((text) => lineOf(text).includes(line))),
      };
    },
  };
}

/** Papers that have a term of each group in a field. */
function* havingEach(index: SearchIndex, groups: readonly number[][], field: FieldName): Generator<number> {
  const counts = new Uint16Array(index.size);
  for (const [i, terms] of groups.entries()) {
    for (const term of terms) {
      for (const paper of index.papersWith(term, field === 'title' ? field : 'abstract')) {
        if (counts[paper] === i) counts[paper] = i + 1;
      }
    }
  }
  for (const [paper, count] of counts.entries()) if (count === groups.length) yield paper;
}

/** The words in order, with spaces around each, so that "gan" is not found in "organ". */
function lineOf(text: string): string {
  const words = wordPartsOf(text).map(fold);
  return ` ${words.filter((word) => word !== '').join(' ')} `;
}
