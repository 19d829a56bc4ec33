/** How two papers that may be one differ, for the reader to decide. */
import type { Identified } from '../model/identity.ts';
import { type RecordIdKind, recordIdKinds } from '../model/record-ids.ts';
import { fold } from '../text/fold.ts';

/** A field in which the two differ. */
export interface Difference {
  what: 'title' | 'first author' | 'year' | RecordIdKind;
  /** The value of each. */
  values: [string, string];
}

/**
 * The differences, in the order in which readers look at them. A field that only one of the two has
 * does not count.
 */
export function differencesOf(a: Identified, b: Identified): Difference[] {
  const first = ({ authors = [] }: Identified): string => authors[0]?.family ?? '';
  const all: Difference[] = [
    { what: 'title', values: [a.title, b.title] },
    { what: 'first author', values: [first(a), first(b)] },
    { what: 'year', values: [a.year?.toString() ?? '', b.year?.toString() ?? ''] },
    ...recordIdKinds.map((what): Difference => ({ what, values: [a.ids?.[what] ?? '', b.ids?.[what] ?? ''] })),
  ];
  return all.filter(({ what, values: [one, other] }) => {
    if (one === '' || other === '') return false;
    return what === 'title' || what === 'first author' ? fold(one) !== fold(other) : one !== other;
  });
}
