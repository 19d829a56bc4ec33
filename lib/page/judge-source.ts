/**
 * Where the rules come from that tell a mention from a phrase or a part of a longer title. They are not loaded into every page, but into
 * those on which a title was found, which are few.
 */
import type { TitleMatch } from '../core/title-scanner.ts';
import type { TextWindow } from './text-window.ts';

/** Whether a title that stands in the text of a window is a mention. */
export type Judge = (window: TextWindow, match: TitleMatch) => boolean;

/** The rules, when they are there. */
export interface JudgeSource {
  /** Undefined until {@link load} has resolved. */
  readonly judge: Judge | undefined;
  /** Rejects if the rules could not be loaded. */
  load(): Promise<void>;
}

/** The global scope that scripts of one extension share in a page. */
export interface JudgeScope {
  /** Takes the rules from their script. */
  paperlightJudge?: (judge: Judge) => void;
}
