/** The search index: words, and for each word the papers that have it, in typed arrays that lie in one buffer. */
import { paperIdFromHalves } from './hash.ts';
import { DamagedBuffer, packArrays, unpackArrays } from './packed-arrays.ts';
import type { PaperId } from './paper.ts';
import { beginsWith, type PackedStrings, stringAt } from './strings.ts';
import { WordTable } from './word-table.ts';

/** Changes whenever the arrays or the folding of words change: an index of another version is built anew. */
const VERSION = 3;

/** Facts about a paper that filters ask for, as bits. */
export const HAS_CODE = 1;
/** The paper has an id elsewhere, which makes a link. */
export const HAS_KNOWN_ID = 2;

/** One searched field of the papers: an inverted index. Papers are numbered in the order of their ids. */
export interface Field {
  /** For each paper, how many different words its field has. */
  lengths: Uint16Array;
  /** For each word and the end, where its postings begin. */
  starts: Uint32Array;
  /** The postings: papers that have the word, ascending for each word. */
  papers: Uint32Array;
  /** For each posting, how often the word stands there; 255 is 255 or more. */
  counts: Uint8Array;
}

/**
 * With so many papers at most their abstracts are in the index, where they are ranked by: all of them are read at once sooner than those of
 * a query one by one. Of more they would be larger than all the rest.
 */
export const FEW_PAPERS = 2000;

/** What an index is made of. */
export interface IndexArrays {
  /** Two halves of each paper's id, ascending. */
  ids: Uint32Array;
  /** For each paper what filters ask for: {@link HAS_CODE}, {@link HAS_KNOWN_ID}. */
  flags: Uint8Array;
  /** Folded titles of the papers. */
  titles: PackedStrings;
  /** Folded abstracts of the papers, where they are few ({@link FEW_PAPERS}); otherwise none. */
  abstracts: PackedStrings;
  /** The words, sorted. */
  words: PackedStrings;
  /** The inverted index of the titles. */
  title: Field;
  /** The inverted index of the abstracts. */
  abstract: Field;
}

const STRINGS = ['u32', 'u16'] as const;
const FIELD = ['u16', 'u32', 'u32', 'u8'] as const;
const LAYOUT = ['u32', 'u8', ...STRINGS, ...STRINGS, ...STRINGS, ...FIELD, ...FIELD] as const;

/** An index over titles and abstracts. */
export class SearchIndex {
  /** How many papers there are. */
  readonly size: number;
  readonly arrays: IndexArrays;
  readonly words: WordTable;

  /** Whether the abstracts are in it, so that no paper has to be read to rank them. */
  readonly hasAbstracts: boolean;

  private readonly averages = new Map<Field, number>();
  /** Those that were asked for: the next keystroke asks for most of them again. */
  private readonly abstracts: string[] = [];
  /** The first two letters of each title: going through whole titles takes as long as all the rest of a search. */
  private heads: Uint32Array | undefined;

  constructor(arrays: IndexArrays) {
    this.arrays = arrays;
    this.size = arrays.ids.length / 2;
    this.hasAbstracts = arrays.abstracts.starts.length === this.size + 1;
    this.words = new WordTable(arrays.words);
  }

  /** The index that {@link toBuffer} wrote, without copying it. Throws DamagedBuffer if it is another or not whole. */
  static fromBuffer(buffer: ArrayBuffer): SearchIndex {
    const [ids, flags, titleStarts, titleUnits, abstractStarts, abstractUnits, wordStarts, wordUnits, ...fields] =
      unpackArrays(buffer, VERSION, LAYOUT);
    const [tLengths, tStarts, tPapers, tCounts, aLengths, aStarts, aPapers, aCounts] = fields;
    const index = new SearchIndex({
      ids,
      flags,
      titles: { units: titleUnits, starts: titleStarts },
      abstracts: { units: abstractUnits, starts: abstractStarts },
      words: { units: wordUnits, starts: wordStarts },
      title: { lengths: tLengths, starts: tStarts, papers: tPapers, counts: tCounts },
      abstract: { lengths: aLengths, starts: aStarts, papers: aPapers, counts: aCounts },
    });
    if (!index.isSound()) throw new DamagedBuffer('lengths do not fit');
    return index;
  }

  /** Whether every list has the length that others say it has. */
  private isSound(): boolean {
    const { ids, flags, titles, abstracts, words, title, abstract } = this.arrays;
    const fits = ({ starts, units }: PackedStrings): boolean => starts.length > 0 && starts.at(-1) === units.length;
    const fitsField = ({ lengths, starts, papers, counts }: Field): boolean =>
      lengths.length === this.size &&
      starts.length === words.starts.length &&
      starts.at(-1) === papers.length &&
      counts.length === papers.length;
    return (
      ids.length % 2 === 0 &&
      flags.length === this.size &&
      titles.starts.length === this.size + 1 &&
      fits(titles) &&
      (this.hasAbstracts || abstracts.starts.length === 1) &&
      fits(abstracts) &&
      fits(words) &&
      fitsField(title) &&
      fitsField(abstract)
    );
  }

  /** The index in one buffer, to be stored. */
  toBuffer(): ArrayBuffer {
    const { ids, flags, titles, abstracts, words, title, abstract } = this.arrays;
    const fields = [title, abstract].flatMap(({ lengths, starts, papers, counts }) => [
      lengths,
      starts,
      papers,
      counts,
    ]);
    const strings = [titles, abstracts, words].flatMap(({ starts, units }) => [starts, units]);
    return packArrays([ids, flags, ...strings, ...fields], VERSION);
  }

  /** The id of paper `i`. */
  idOf(i: number): PaperId {
    return paperIdFromHalves(this.arrays.ids[2 * i] as number, this.arrays.ids[2 * i + 1] as number);
  }

  /** The number of the paper with this id, or -1. Binary search. */
  numberOf(id: PaperId): number {
    const { ids } = this.arrays;
    const [high, low] = halvesOf(id);
    let [from, to] = [0, this.size];
    while (from < to) {
      const middle = (from + to) >> 1;
      const first = ids[2 * middle] as number;
      if (first < high || (first === high && (ids[2 * middle + 1] as number) < low)) from = middle + 1;
      else to = middle;
    }
    return from < this.size && ids[2 * from] === high && ids[2 * from + 1] === low ? from : -1;
  }

  /** How many postings a word has in titles and abstracts. */
  postingsOf(word: number): number {
    const { title, abstract } = this.arrays;
    const inField = ({ starts }: Field): number => (starts[word + 1] as number) - (starts[word] as number);
    return inField(title) + inField(abstract);
  }

  /** How many different words a field of a paper has, on average; 1 for no papers. */
  averageLength(field: Field): number {
    let average = this.averages.get(field);
    if (average === undefined) {
      let sum = 0;
      for (const length of field.lengths) sum += length;
      average = sum / this.size || 1;
      this.averages.set(field, average);
    }
    return average;
  }

  /** The papers that have `word` in a field, ascending; none for -1. */
  papersWith(word: number, field: 'title' | 'abstract'): Uint32Array {
    const { starts, papers } = this.arrays[field];
    return word < 0 ? new Uint32Array() : papers.subarray(starts[word], starts[word + 1]);
  }

  /** The folded title of paper `i`. */
  titleOf(i: number): string {
    return stringAt(this.arrays.titles, i);
  }

  /** The folded abstract of paper `i`; undefined where abstracts are not in it. */
  abstractOf(i: number): string | undefined {
    if (!this.hasAbstracts) return undefined;
    this.abstracts[i] ??= stringAt(this.arrays.abstracts, i);
    return this.abstracts[i];
  }

  /** The papers whose folded title begins with `letters`, of which there are two at least. */
  titlesBeginning(letters: string): number[] {
    this.heads ??= Uint32Array.from({ length: this.size }, (_, i) => this.headOfTitle(i));
    const head = headOf(letters.charCodeAt(0), letters.charCodeAt(1));
    const found: number[] = [];
    for (let i = 0; i < this.size; i++) {
      if (this.heads[i] === head && beginsWith(this.arrays.titles, i, letters)) found.push(i);
    }
    return found;
  }

  private headOfTitle(i: number): number {
    const { units, starts } = this.arrays.titles;
    const start = starts[i] as number;
    return headOf(units[start] as number, units[start + 1] as number);
  }
}

/** Where the postings of `word` stand for `paper`, or -1 if it doesn't have the word. Binary search. */
export function postingOf(field: Field, word: number, paper: number): number {
  let low = field.starts[word] as number;
  const end = field.starts[word + 1] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((field.papers[middle] as number) < paper) low = middle + 1;
    else high = middle;
  }
  return low < end && field.papers[low] === paper ? low : -1;
}

/** The two halves of a paper's id as numbers. */
export function halvesOf(id: PaperId): [high: number, low: number] {
  return [Number.parseInt(id.slice(0, 8), 16), Number.parseInt(id.slice(8), 16)];
}

function headOf(first: number, second: number): number {
  return ((first << 16) | second) >>> 0;
}
