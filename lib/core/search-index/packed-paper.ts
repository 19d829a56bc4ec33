/**
 * A paper as the search index stores it: its abstract is separate, because it is read far more
 * often than the rest.
 */

import type { ListedPaper } from '../model/paper.ts';
import { textOf } from './packed-utf8.ts';

/** What is packed of a paper. */
export type PackedPaper = Omit<ListedPaper, 'id'>;

/** Comes before the abstract, and never in JSON. */
const NUL = '\0';

/** A paper as a text: JSON of all but its abstract, then the abstract. */
export function packPaper({ abstract, ...others }: PackedPaper): string {
  return JSON.stringify(others) + NUL + abstract;
}

/** Unpacks what {@link packPaper} packed. */
export function unpackPaper(utf8: Uint8Array): PackedPaper {
  const end = utf8.indexOf(0);
  const others = JSON.parse(textOf(utf8.subarray(0, end))) as Omit<PackedPaper, 'abstract'>;
  return { ...others, abstract: textOf(utf8.subarray(end + 1)) };
}

/** The abstract of a packed paper. */
export function abstractIn(utf8: Uint8Array): string {
  return textOf(utf8.subarray(utf8.indexOf(0) + 1));
}
