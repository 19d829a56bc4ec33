/** Folds a stretch of text whose keys can't be read without folding. */
import { isDigit, isLower } from '../text/characters.ts';
import { foldOn } from '../text/fold.ts';
import { FoldedText } from '../text/folded-text.ts';
import { MAX_COMMAND_LENGTH } from '../text/tex-commands.ts';
import { codeOf, KEY_LETTERS, MAX_KEY_SPAN } from './title-key.ts';

/** Characters before a word that decide whether a word begins there: enough for a TeX command. */
export const FOLD_CONTEXT_LENGTH = MAX_COMMAND_LENGTH + 8;
/** Characters that are folded at once when more letters are needed. */
const STEP_LENGTH = 32;

const folded = new FoldedText();
let codes = new Uint8Array(0);

/** Codes of folded letters, followed by zeros. */
export interface FoldedStretch {
  folded: FoldedText;
  codes: DataView;
  /** Index of the first letter from `first` on. */
  begin: number;
  /** Index after the last letter up to `last`. */
  end: number;
}

/**
 * Folds `text` from `first` to `last`, both included, and as many letters more as the last key
 * needs. Valid until the next call.
 */
export function foldStretch(text: string, first: number, last: number): FoldedStretch {
  folded.clear();
  let reached = foldOn(text, Math.max(0, first - FOLD_CONTEXT_LENGTH), last + 1, folded);
  const enough = folded.length + 2 * KEY_LETTERS;
  const furthest = Math.min(text.length, reached + MAX_KEY_SPAN);
  while (folded.length < enough && reached < furthest) {
    reached = foldOn(text, reached, Math.min(furthest, reached + STEP_LENGTH), folded);
  }
  const { letters, offsets, length } = folded;
  if (codes.length < length + 2 * KEY_LETTERS) codes = new Uint8Array(2 * length + 2 * KEY_LETTERS);
  for (let i = 0; i < length; i++) codes[i] = codeOf(letters[i] as number);
  codes.fill(0, length, length + 2 * KEY_LETTERS);
  let begin = 0;
  while (begin < length && (offsets[begin] as number) < first) begin++;
  let end = length;
  while (end > begin && (offsets[end - 1] as number) > last) end--;
  return { folded, codes: new DataView(codes.buffer), begin, end };
}

/**
 * Whether a title may begin with letter `i`: with a word, a capital or a digit, after a digit, and
 * if `isLoose` with any letter.
 */
export function mayBegin(text: string, { offsets, letters }: FoldedText, i: number, isLoose: boolean): boolean {
  const offset = offsets[i] as number;
  if (i > 0 && offsets[i - 1] === offset) return false;
  if (isLoose || folded.isEdge(i) || !isLower(text.charCodeAt(offset))) return true;
  return isDigit(letters[i - 1] as number);
}
