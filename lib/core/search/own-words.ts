/**
 * Finds papers by what the reader wrote: notes, tags, and the titles of the reading list.
 * MiniSearch suits it: a small collection that changes while one types. The catalogue's index would
 * have to be built again for each change.
 */
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { ReadingListEntry } from '../model/entry.ts';
import type { PaperId } from '../model/paper.ts';
import { tagKey } from '../model/tag-key.ts';
import { fold } from '../text/fold.ts';
import { UNSPACED } from '../text/unspaced.ts';
import { formsOf, queryWords, wordPartsOf, wordsOf } from '../text/words.ts';

/** What is indexed of a saved paper. */
interface Written {
  id: PaperId;
  note: string;
  tags: string;
  title: string;
}

/**
 * A paper that the reader wrote the words of, with those that are in its note, tags and title, as
 * markWords takes them.
 */
export type OwnMatches = Map<PaperId, readonly string[]>;

/** Entries that are indexed in one go: some milliseconds' work. */
const ENTRIES_A_TURN = 20;
/** Letters of a word from which on one of them may be wrong, and from which two. */
const [ONE_EDIT_FROM, TWO_EDITS_FROM] = [4, 8];

/** The reader's own words, searched. */
export class OwnWords {
  private readonly engine = new MiniSearch<Written>({
    fields: ['note', 'tags', 'title'],
    tokenize: indexedForms,
    processTerm: (term) => term,
    autoVacuum: true,
    searchOptions: {
      tokenize: askedForms,
      combineWith: 'AND',
      prefix: (_, i, terms) => i === terms.length - 1,
      boost: { tags: 2 },
    },
  });
  private readonly entries = new Map<PaperId, ReadingListEntry>();
  private readonly titles = new Map<PaperId, string>();
  private updates = 0;

  /**
   * Takes the reading list as it is now: what is new or changed is indexed, what is gone is left
   * out. `pause` is awaited every few milliseconds. Resolves with whether anything changed; a later
   * call ends an earlier one.
   */
  async update(
    entries: Iterable<ReadingListEntry>,
    titleOf: (id: PaperId) => string | undefined,
    pause: () => Promise<void>,
  ): Promise<boolean> {
    const mine = ++this.updates;
    const gone = new Set(this.entries.keys());
    let changed = 0;
    for (const entry of entries) {
      gone.delete(entry.paperId);
      if (!this.put(entry, titleOf(entry.paperId) ?? '')) continue;
      if (++changed % ENTRIES_A_TURN === 0) await pause();
      if (mine !== this.updates) return false;
    }
    for (const id of gone) this.remove(id);
    return changed + gone.size > 0;
  }

  /** Whether the entry is new, or says something else than before. */
  private put(entry: ReadingListEntry, title: string): boolean {
    const { paperId: id, note, tags } = entry;
    const before = this.entries.get(id);
    const isKnown = before && isSame(before, entry) && this.titles.get(id) === title;
    this.entries.set(id, entry);
    if (isKnown) return false;
    this.titles.set(id, title);
    // Tags are apart from each other: no phrase goes from one to the next.
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
   * Saved papers that have all the words of a query in note, tags and title together, best first:
   * those that the catalogue's index finds by title and abstract alone are not among them. Mistyped
   * words count where no paper has them.
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

  /**
   * The papers whose notes have the words, each perhaps unfinished; or these words side by side.
   */
  notesWith(text: string, isPhrase: boolean): PaperId[] {
    return [...this.inNotes(text, isPhrase).keys()];
  }

  /** What of the notes that are asked for is in which paper's note. */
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

/** Forms of the words of a text; text without spaces between words has all its pairs of letters. */
function indexedForms(text: string): string[] {
  return wordsOf(text).flatMap((word) => (UNSPACED.test(word) ? pairsIn(word, true) : formsOf(word)));
}

/** Forms to search for. */
function askedForms(query: string): string[] {
  return wordPartsOf(query).flatMap((word) => (UNSPACED.test(word) ? pairsIn(word, false) : queryWords(word)));
}

/**
 * Pairs of neighbouring letters, and the last letter alone, by which one letter that is asked for
 * is found.
 */
function pairsIn(word: string, withLast: boolean): string[] {
  const letters = [...fold(word)];
  const pairs = letters.slice(1).map((letter, i) => (letters[i] as string) + letter);
  return withLast || pairs.length === 0 ? [...pairs, letters.at(-1) ?? ''] : pairs;
}

/** The words of a match as markWords takes them: text without spaces as it was asked for. */
function marksOf(match: Record<string, string[]>, query: string): string[] {
  const unspaced = wordsOf(query).filter((word) => UNSPACED.test(word));
  return [...Object.keys(match).filter((term) => !UNSPACED.test(term)), ...unspaced];
}

function editsIn(term: string): number {
  return term.length < ONE_EDIT_FROM ? 0 : term.length < TWO_EDITS_FROM ? 1 : 2;
}

/** Words in order, each between spaces; text without spaces as it is. */
function lineOf(text: string): string {
  const words = wordPartsOf(text).map(fold);
  const line = words.filter((word) => word !== '').join(' ');
  return UNSPACED.test(text) ? line.replaceAll(' ', '') : ` ${line} `;
}
