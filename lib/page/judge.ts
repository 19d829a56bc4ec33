/** Applies the mention rules to a match in a page. */
import { isMention } from '../core/titles/mention-rules.ts';
import type { Judge } from './mention.ts';
import { surroundingsOf } from './surroundings.ts';

/** Judges a title by the text around it. */
export const judge: Judge = (window, match) => isMention(match, surroundingsOf(window, match.start, match.end));
