import { fold } from '../text/fold.ts';

/**
 * The key by which tags are compared: "Self-Supervised" and "self supervised" are the same, "C" and
 * "C++" are not. Empty for a tag that says nothing.
 */
export function tagKey(tag: string): string {
  return fold(tag) + tag.normalize('NFKC').replace(/[\p{L}\p{N}\p{M}\s,_–-]/gu, '');
}
