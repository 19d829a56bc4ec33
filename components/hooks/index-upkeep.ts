/** What a page asks the background to do about a search index that it can't use. */
import { ensureIndex } from '../../lib/extension/messages.ts';

let isAskedAnew = false;

/** Has papers added to the index that it doesn't hold yet, or has one made where there is none. */
export function haveIndexSettled(): void {
  void ensureIndex(false);
}

/** Has the index made anew that is damaged or leads astray. Once: should that not help, it would be made again without end. */
export function haveIndexRenewed(): void {
  if (isAskedAnew) return;
  isAskedAnew = true;
  void ensureIndex(true);
}
