import { describe, expect, it } from 'vitest';
import { blankEntry } from '../../../lib/core/entry.ts';
import { indexPapers } from '../../../lib/core/index-builder.ts';
import type { Digest, Paper, ReadingListEntry } from '../../../lib/core/paper.ts';
import { paperIdOf } from '../../../lib/core/paper-id.ts';
import { parseQuery } from '../../../lib/core/query.ts';
import { chipsFor } from '../../../lib/core/query-chips.ts';
import type { QueryContext } from '../../../lib/core/query-context.ts';
import { askedWords, paperFilter } from '../../../lib/core/query-filter.ts';

/** Papers by a short name; their ids are those of their titles. */
const names = new Map<string, string>();
const paper = (
  name: string,
  title: string,
  abstract: string,
  digestIds: string[],
  codeLinks: string[] = [],
): Paper => ({
  id: named(name, title),
  title,
  abstract,
  digestIds,
  codeLinks,
});
function named(name: string, title: string): string {
  names.set(paperIdOf(title), name);
  return paperIdOf(title);
}
const papers = [
  paper('gan', 'EpiGRAF: Rethinking training of 3D GANs', 'Text-to-image and low rank.', ['one'], ['https://x.y/z']),
  paper('organ', 'An Organ Atlas', 'Training of doctors; generative.', ['one', 'two']),
  paper('note', 'Neural Metamorphosis', 'Weights of a training', ['two']),
];
const digest = (id: string, name: string, date: string | null): Digest => ({
  id,
  name,
  date,
  source: 'bundled',
  paperIds: papers.filter((paper) => paper.digestIds.includes(id)).map((paper) => paper.id),
});
const idOf = (wanted: string): string => [...names].find(([, name]) => name === wanted)?.[0] as string;
const entry = (name: string, more: Partial<ReadingListEntry>): ReadingListEntry => ({
  ...blankEntry(idOf(name)),
  deletedAt: null,
  ...more,
});
const context: QueryContext = {
  digests: new Map([digest('one', 'Mar 12 · gans', 'Mar 12'), digest('two', 'atlas', null)].map((d) => [d.id, d])),
  entries: new Map([
    [idOf('gan'), entry('gan', {})],
    [idOf('note'), entry('note', { status: 'reading', tags: ['To cite'], note: 'Read twice.' })],
  ]),
};

const index = indexPapers(papers);
/** Names of the papers that a query allows: as the index has it, and as the texts have it where they must be read. */
const allowed = (query: string): string[] => {
  const where = paperFilter(parseQuery(query), context)?.(index);
  return papers
    .filter((paper) => {
      const fit = where?.fits(index.numberOf(paper.id)) ?? 1;
      return fit === 2 ? where?.holds(paper) : fit === 1;
    })
    .map(({ id }) => names.get(id) as string);
};

describe('The filter of a query', () => {
  it.each<[query: string, ids: string[]]>([
    ['training', ['gan', 'organ', 'note']],
    ['"training of"', ['gan', 'organ']],
    ['"3d gans"', ['gan']],
    ['"3d gan"', []],
    ['"to image"', ['gan']],
    ['-gan', ['organ', 'note']],
    ['-"training of"', ['note']],
    ['-low-rank', ['organ', 'note']],
    ['title:gan', ['gan']],
    ['title:meta', ['note']],
    ['-title:organ', ['gan', 'note']],
    ['abstract:training', ['organ', 'note']],
    ['abstract:"training of"', ['organ']],
    ['tag:"to cite"', ['note']],
    ['tag:cite', []],
    ['digest:"mar 12"', ['gan', 'organ']],
    ['digest:undated', ['organ', 'note']],
    ['digest:nowhere', []],
    ['is:saved', ['gan', 'note']],
    ['-is:saved', ['organ']],
    ['is:unread', ['gan']],
    ['is:reading', ['note']],
    ['is:read', []],
    ['has:code', ['gan']],
    ['has:note', ['note']],
    ['-has:link is:saved', ['note']],
    ['is:wrong', ['gan', 'organ', 'note']],
  ])('%s', (query, ids) => {
    expect(allowed(query)).toEqual(ids);
  });

  it('has the engine look for what papers should hold, with what may be unfinished last', () => {
    expect(askedWords(parseQuery('rethi title:gan "3d gans" -organ is:saved -title:x'))).toBe('gan 3d gans rethi');
  });
});

describe('Chips', () => {
  const labels = (query: string): string[] => chipsFor(query, context).map(({ label }) => label);

  it.each<[query: string, labels: string[]]>([
    ['', []],
    ['gan', []],
    ['gan di', ['digest:']],
    ['is:', ['is:saved', 'is:unread', 'is:reading', 'is:read']],
    ['is:rea', ['is:unread', 'is:reading', 'is:read']],
    ['is:saved', []],
    ['is:saved ', []],
    ['digest:', ['digest:"Mar 12 · gans"', 'digest:"Undated · atlas"']],
    ['digest:"und', ['digest:"Undated · atlas"']],
    ['tag:', ['tag:"To cite"']],
    ['title:', []],
  ])('for %j', (query, wanted) => {
    expect(labels(query)).toEqual(wanted);
  });

  it('become part of the query, and are understood', () => {
    const [chip] = chipsFor('words -digest:"und', context);
    expect(chip?.query).toBe('words -digest:"Undated · atlas" ');
    expect(allowed(chip?.query as string)).toEqual(['gan']);
  });
});
