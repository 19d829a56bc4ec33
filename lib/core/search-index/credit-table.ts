/**
 * Year and venue of each paper of an index as numbers: sorting and facets need those of many papers
 * at once.
 */
import { type CreditField, creditFields } from './credit-terms.ts';
import { paperOf } from './index-layout.ts';
import type { SearchIndex } from './search-index.ts';

/** Years and venues by paper number. */
export interface CreditTable {
  /** 0 if unknown. */
  years: Uint16Array;
  /** Indexes in {@link venueNames}; 0 if unknown. */
  venues: Uint32Array;
  /** Short names of venues; the first is empty. */
  venueNames: readonly string[];
}

const tables = new WeakMap<SearchIndex, Promise<CreditTable>>();

/**
 * The table of an index, made once. Rejects when the index can't be read, after which it can be
 * tried again.
 */
export function creditTable(index: SearchIndex): Promise<CreditTable> {
  const known = tables.get(index);
  if (known) return known;
  const made = makeTable(index);
  tables.set(index, made);
  made.catch(() => tables.delete(index));
  return made;
}

async function makeTable(index: SearchIndex): Promise<CreditTable> {
  const termsOf = (field: CreditField): number[] => {
    const [from, to] = index.words.prefixRange(creditFields[field]);
    return Array.from({ length: to - from }, (_, i) => from + i);
  };
  const [years, venues] = [termsOf('year'), termsOf('venueName')];
  await index.loadPostings(() => [...years, ...venues]);
  const textOf = (term: number): string => index.words.termAt(term).slice(creditFields.year.length);
  const table = { years: new Uint16Array(index.size), venues: new Uint32Array(index.size) };
  fill(index, years, table.years, (term) => Number(textOf(term)));
  fill(index, venues, table.venues, (_, place) => place + 1);
  return { ...table, venueNames: ['', ...venues.map(textOf)] };
}

function fill(
  { arrays: { abstract } }: SearchIndex,
  terms: readonly number[],
  column: Uint16Array | Uint32Array,
  valueAt: (term: number, place: number) => number,
): void {
  for (const [place, term] of terms.entries()) {
    const value = valueAt(term, place);
    const to = abstract.starts[term + 1] as number;
    for (let i = abstract.starts[term] as number; i < to; i++) column[paperOf(abstract.postings[i] as number)] = value;
  }
}
