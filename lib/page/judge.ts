/** The rules as a page's text is put before them. */
import { isMention } from '../core/titles/mention-rules.ts';
import type { Judge } from './mention.ts';
import { surroundingsOf } from './surroundings.ts';

/** Judges by what stands around a title. */
export const judge: Judge = (window, match) => isMention(match, surroundingsOf(window, match.start, match.end));
