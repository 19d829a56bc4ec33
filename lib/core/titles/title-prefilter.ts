/**
 * Where in a text titles may begin. The sixteen letters from the beginning of each word on are
 * hashed and looked up in a bit array, which turns nearly all words away (a Bloom filter with one
 * hash). If letters depend on the text around them (TeX), or a character is several letters (α),
 * the text is folded, once, and the same look-up is done with the folded letters.
 */
import { OPENING_BRACE } from '../text/characters.ts';
import { MAX_COMMAND_LENGTH } from '../text/tex-commands.ts';
import { CharacterClasses } from './character-classes.ts';
import { foldStretch, mayBegin } from './folded-stretch.ts';
import { BLOCK_LENGTH, block, readBlock } from './letter-stream.ts';
import { hash, KEY_LETTERS, keyAt } from './title-key.ts';

/**
 * Characters between two places that need folding that are folded along: starting again takes as
 * long as some of them.
 */
const MAX_STRETCH_GAP = 64;

/** Words of a block whose key is in the filter. */
const found = new Int32Array(BLOCK_LENGTH + 1);

/** The keys of a set of titles. */
export interface TitleKeys {
  /** A bit for each of 2^(32 − shift) hashes. */
  readonly filter: Uint32Array;
  readonly shift: number;
  /** The letters among the first two keys of each title. */
  readonly alphabet: ReadonlySet<number>;
  /**
   * Letters of the longest title that has this key, and if it is long enough, `next` as the key of
   * the letters that follow; undefined if that is not known. 0 if there is none.
   */
  longestWith(key: number, next: number | undefined): number;
}

/**
 * Is called with a place where a title may begin, and the letters of the longest title that may.
 */
export type VisitCandidate = (start: number, longest: number) => void;

/** Finds where in a text titles of one set may begin: all places where one does, and few others. */
export class TitlePrefilter {
  private readonly keys: TitleKeys;
  private readonly isLoose: boolean;
  private readonly classes: CharacterClasses;

  /**
   * @param isLoose for text whose words run together where elements end: any letter may begin a
   * title
   */
  constructor(keys: TitleKeys, isLoose = false) {
    this.keys = keys;
    this.isLoose = isLoose;
    this.classes = new CharacterClasses(keys.alphabet, isLoose);
  }

  /**
   * Calls `visit` with the offset of each word with which a title may begin, in the block of `text`
   * from `from` on; returns the end of the block. Takes linear time, whatever the text.
   */
  findCandidateStarts(text: string, from: number, visit: VisitCandidate): number {
    const to = Math.min(text.length, from + BLOCK_LENGTH);
    readBlock(text, from, to, this.classes);
    this.visitWords(visit);
    if (block.special > 0) this.visitFolded(text, to, visit);
    return to;
  }

  /** Visits the words that need no folding. */
  private visitWords(visit: VisitCandidate): void {
    const { codes, firsts, starts, special } = block;
    const count = lookUpWords(this.keys.filter, this.keys.shift);
    for (let i = 0; i < count; i++) {
      const word = found[i] as number;
      const at = firsts[word] as number;
      // If something needs folding, it may be among the letters of the second key.
      const next = special > 0 ? undefined : keyAt(codes, at + KEY_LETTERS);
      const longest = this.keys.longestWith(keyAt(codes, at), next);
      if (longest > 0) visit(starts[word] as number, longest);
    }
  }

  /**
   * Visits the words with a special character among their letters, in stretches, so that each is
   * folded once.
   */
  private visitFolded(text: string, to: number, visit: VisitCandidate): void {
    const { words, starts, special, specialAt } = block;
    let first = -1;
    let last = -1;
    for (let i = 0, word = 0; i < special; i++) {
      const at = specialAt[i] as number;
      while (word < words && (starts[word] as number) < at) word++;
      const begin = firstReaching(text, at, word);
      if (first >= 0 && begin > last + MAX_STRETCH_GAP) {
        this.visitStretch(text, first, last, visit);
        first = -1;
      }
      if (begin >= to) break;
      if (first < 0) first = begin;
      last = Math.min(at, to - 1);
    }
    if (first >= 0) this.visitStretch(text, first, last, visit);
  }

  private visitStretch(text: string, first: number, last: number, visit: VisitCandidate): void {
    const { folded, codes, begin, end } = foldStretch(text, first, last);
    const { filter, shift } = this.keys;
    for (let i = begin; i < end; i++) {
      if (!mayBegin(text, folded, i, this.isLoose)) continue;
      const key = keyAt(codes, i);
      const bit = key >>> shift;
      if ((((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
      const longest = this.keys.longestWith(key, keyAt(codes, i + KEY_LETTERS));
      if (longest > 0) visit(folded.offsets[i] as number, longest);
    }
  }
}

/**
 * Writes the words of the block whose key may be in the filter to {@link found}, and returns how
 * many there are. Separate from its caller, and without a call that is not inlined, it is twice as
 * fast.
 */
function lookUpWords(filter: Uint32Array, shift: number): number {
  const { codes, firsts, words } = block;
  let count = 0;
  for (let word = 0; word < words; word++) {
    const at = firsts[word] as number;
    const a = codes.getInt32(at, true);
    const b = codes.getInt32(at + 4, true);
    const c = codes.getInt32(at + 8, true);
    const d = codes.getInt32(at + 12, true);
    const bit = hash(a, b, c, d) >>> shift;
    found[count] = word;
    count += ((filter[bit >>> 5] as number) >>> (bit & 31)) & 1;
  }
  return count;
}

/**
 * The offset of the first word whose key may contain the special character at `at`; `word` is the
 * next one after it.
 */
function firstReaching(text: string, at: number, word: number): number {
  const { firsts, starts } = block;
  if (word === 0) return at;
  // A brace may take back the letters of a command before it, and then the text before that command
  // continues after it.
  const back = text.charCodeAt(at) === OPENING_BRACE ? MAX_COMMAND_LENGTH : 0;
  const reach = (firsts[word - 1] as number) - KEY_LETTERS - back;
  let first = word - 1;
  while (first > 0 && (firsts[first - 1] as number) > reach) first--;
  return starts[first] as number;
}
