/** TeX commands in text: at a backslash, and before a brace where a digest lost the backslash. */
import { commandSpellings, letterAccents, typesettingCommands } from './spellings.ts';

const BACKSLASH = 0x5c;
/** Letters that are read to recognise a TeX command; all known ones are shorter. */
export const MAX_COMMAND_LENGTH = 24;

/** The folds of commands that are recognised by name alone. */
const spellings = new Map([
  ...[...typesettingCommands].map((name): [string, string] => [name, '']),
  ...commandSpellings,
]);

/** A known command. */
export interface Command {
  /** UTF-16 units of the backslash and the name. */
  size: number;
  /** What it is folded to; '' for a command that only sets type. */
  spelling: string;
}

/**
 * The known command at the backslash at `i`. Control symbols (\' \" \& \{) don't count: their
 * character is no letter.
 */
export function commandAt(text: string, i: number): Command | undefined {
  let size = 1;
  while (isAsciiLetter(text.charCodeAt(i + size)) && size < MAX_COMMAND_LENGTH) size++;
  if (size === 1) return undefined;
  const name = text.slice(i + 1, i + size);
  const spelling = spellings.get(name);
  if (spelling !== undefined) return { size, spelling };
  const isAccent = letterAccents.has(name) && /^[\s{]/.test(text.slice(i + size, i + size + 1));
  return isAccent ? { size, spelling: '' } : undefined;
}

/**
 * The number of letters of the typesetting command without a backslash before a brace; 0 if there
 * is none.
 */
export function bareCommandBefore(text: string, brace: number): number {
  let begin = brace;
  while (brace - begin < MAX_COMMAND_LENGTH && isAsciiLetter(text.charCodeAt(begin - 1))) begin--;
  if (begin === brace || text.charCodeAt(begin - 1) === BACKSLASH) return 0;
  return typesettingCommands.has(text.slice(begin, brace)) ? brace - begin : 0;
}

/** Whether a UTF-16 unit is a letter of ASCII. */
export function isAsciiLetter(unit: number): boolean {
  const small = unit | 0x20;
  return small >= 0x61 && small <= 0x7a;
}
