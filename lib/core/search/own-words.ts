/**
 * Finds papers by what the reader wrote: notes, tags, and the titles of the reading list.
 * MiniSearch is made for a small collection that changes while one types; the catalogue's index
 * would have to be rebuilt for each change.
 */
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { ReadingListEntry } from '../model/entry.ts';
import type { PaperId } from '../model/paper.ts';
import { tagKey } from '../model/tag-key.ts';
import { fold } from '../text/fold.ts';
import { UNSPACED } from '../text/unspaced.ts';
import { formsOf, queryWords, wordPartsOf, wordsOf } from '../text/words.ts';

/** The indexed fields of a saved paper. */
interface Written {
  id: PaperId;
  note: string;
  tags: string;
  title: string;
}

/**
 * Papers that match what the reader wrote, each with the matched words of its note, tags and title,
 * as markWords takes them.
 */
export type OwnMatches = Map<PaperId, readonly string[]>;

/** Entries indexed between two pauses: some milliseconds' work. */
const ENTRIES_PER_TURN = 20;
/** Letters that a word must have to be corrected by one edit, and by two. */
const [MIN_LETTERS_FOR_ONE_EDIT, MIN_LETTERS_FOR_TWO_EDITS] = [4, 8];

/** A search over what the reader wrote. */
export class OwnWords {
  private readonly engine = new MiniSearch<Written>({
    fields: ['note', 'tags', 'title'],
    tokenize: indexedForms,
    processTerm: (term) => term,
    autoVacuum: true,
    searchOptions: {
      tokenize: queryForms,
      combineWith: 'AND',
      prefix: (_, i, terms) => i === terms.length - 1,
      boost: { tags: 2 },
    },
  });
  private readonly entries = new Map<PaperId, ReadingListEntry>();
  private readonly titles = new Map<PaperId, string>();
  private updates = 0;

  /**
   * Follows the reading list: indexes what is new or changed, and drops what is gone. Awaits
   * `pause` every few milliseconds. Resolves with whether anything changed; a later call cancels an
   * earlier one.
   */
  async update(
    entries: Iterable<ReadingListEntry>,
    titleOf: (id: PaperId) => string | undefined,
    pause: () => Promise<void>,
  ): Promise<boolean> {
    const thisUpdate = ++this.updates;
    const gone = new Set(this.entries.keys());
    let changed = 0;
    for (const entry of entries) {
      gone.delete(entry.paperId);
      if (!this.put(entry, titleOf(entry.paperId) ?? '')) continue;
      if (++changed % ENTRIES_PER_TURN === 0) await pause();
      if (thisUpdate !== this.updates) return false;
    }
    for (const id of gone) this.remove(id);
    return changed + gone.size > 0;
  }

  /** Indexes an entry that is new or changed; returns whether it was. */
  private put(entry: ReadingListEntry, title: string): boolean {
    const { paperId: id, note, tags } = entry;
    const before = this.entries.get(id);
    const isKnown = before && isSame(before, entry) && this.titles.get(id) === title;
    this.entries.set(id, entry);
    if (isKnown) return false;
    this.titles.set(id, title);
    // Line breaks between tags: no phrase spans two of them.
    const written = { id, note, tags: tags.join('\n'), title };
    if (before) this.engine.replace(written);
    else this.engine.add(written);
    return true;
  }

  private remove(id: PaperId): void {
    this.engine.discard(id);
    this.entries.delete(id);
    this.titles.delete(id);
  }

  /**
   * Saved papers that have all the words of a query in note, tags and title together, best first,
   * without those that the catalogue's index finds by title and abstract alone. Typos are allowed
   * only if no paper matches without.
   */
  search(query: string): OwnMatches {
    const isOwn = (terms: Record<string, string[]>): boolean =>
      Object.values(terms).some((fields) => fields.includes('note') || fields.includes('tags'));
    const find = (options: SearchOptions): OwnMatches => {
      const found: OwnMatches = new Map();
      for (const { id, match } of this.engine.search(query, options)) {
        if (isOwn(match)) found.set(id, marksOf(match, query));
      }
      return found;
    };
    const found = find({});
    const key = tagKey(query.trim());
    for (const { paperId, tags } of this.entries.values()) {
      if (key !== '' && tags.some((tag) => tagKey(tag) === key) && !found.has(paperId)) found.set(paperId, []);
    }
    return found.size > 0 ? found : find({ fuzzy: editsIn });
  }

  /** The papers whose notes have the words, each perhaps unfinished; or the exact phrase. */
  notesWith(text: string, isPhrase: boolean): PaperId[] {
    return [...this.inNotes(text, isPhrase).keys()];
  }

  /** For each paper, what its note has of the words asked for. */
  wordsOfNotes(asked: readonly { value: string; quoted: boolean }[]): OwnMatches {
    const all: OwnMatches = new Map();
    for (const { value, quoted } of asked) {
      for (const [id, words] of this.inNotes(value, quoted)) all.set(id, [...(all.get(id) ?? []), ...words]);
    }
    return all;
  }

  private inNotes(text: string, isPhrase: boolean): OwnMatches {
    const options: SearchOptions = { fields: ['note'], prefix: !isPhrase };
    const results = this.engine.search(text, options);
    const line = lineOf(text);
    const fitting = isPhrase
      ? results.filter(({ id }) => lineOf(this.entries.get(id)?.note ?? '').includes(line))
      : results;
    return new Map(fitting.map(({ id, match }) => [id, marksOf(match, text)]));
  }
}

function isSame(a: ReadingListEntry, b: ReadingListEntry): boolean {
  return a === b || (a.note === b.note && a.tags.join('\n') === b.tags.join('\n'));
}

/** Forms of the words of a text; text without spaces between words gives its pairs of letters. */
function indexedForms(text: string): string[] {
  return wordsOf(text).flatMap((word) => (UNSPACED.test(word) ? pairsIn(word, true) : formsOf(word)));
}

/** Forms to search for. */
function queryForms(query: string): string[] {
  return wordPartsOf(query).flatMap((word) => (UNSPACED.test(word) ? pairsIn(word, false) : queryWords(word)));
}

/**
 * Pairs of neighbouring letters, and the last letter alone, by which a query of one letter is
 * found.
 */
function pairsIn(word: string, withLast: boolean): string[] {
  const letters = [...fold(word)];
  const pairs = letters.slice(1).map((letter, i) => (letters[i] as string) + letter);
  return withLast || pairs.length === 0 ? [...pairs, letters.at(-1) ?? ''] : pairs;
}

/** The words of a match as markWords takes them; text without spaces as in the query. */
function marksOf(match: Record<string, string[]>, query: string): string[] {
  const unspaced = wordsOf(query).filter((word) => UNSPACED.test(word));
  return [...Object.keys(match).filter((term) => !UNSPACED.test(term)), ...unspaced];
}

function editsIn(term: string): number {
  return term.length < MIN_LETTERS_FOR_ONE_EDIT ? 0 : term.length < MIN_LETTERS_FOR_TWO_EDITS ? 1 : 2;
}

/** Words in order, with spaces around each; text without spaces as it is. */
function lineOf(text: string): string {
  const words = wordPartsOf(text).map(fold);
  const line = words.filter((word) => word !== '').join(' ');
  return UNSPACED.test(text) ? line.replaceAll(' ', '') : ` ${line} `;
}
