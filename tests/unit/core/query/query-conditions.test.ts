import { describe, expect, it } from 'vitest';
import type { ReadingListEntry } from '../../../../lib/core/model/entry.ts';
import { blankEntry } from '../../../../lib/core/model/entry.ts';
import type { Digest, Paper } from '../../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import { NEVER, nextStamp } from '../../../../lib/core/model/stamp.ts';
import { parseQuery } from '../../../../lib/core/query/parse-query.ts';
import { conditionOf, wordsToSearch } from '../../../../lib/core/query/query-conditions.ts';
import { type QueryContext, queryContext } from '../../../../lib/core/query/query-context.ts';
import { quotedValue } from '../../../../lib/core/query/quotation-marks.ts';
import { suggestFilters } from '../../../../lib/core/query/suggest-filters.ts';
import { indexPapers } from '../../../../lib/core/search-index/build-index.ts';

const NO_STAMPS = blankEntry('').stamps;

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
/**
 * Names of the papers that a query allows: as the index has it, and as the texts have it where they
 * must be read.
 */
const allowed = (query: string, around = context): string[] => {
  const filter = conditionOf(parseQuery(query), around)?.over(index);
  return papers
    .filter((paper) => {
      const verdict = filter?.check(index.numberOf(paper.id)) ?? 'yes';
      return verdict === 'needs-text' ? filter?.matchesText(paper) : verdict === 'yes';
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

  it('asks when papers came, were saved, and were read', () => {
    const at = (year: number, month: number): number => new Date(year, month - 1, 15).getTime();
    const stamp = nextStamp(NEVER, at(2026, 10), 'here');
    const around = queryContext(
      [{ ...digest('two', 'atlas', null), addedAt: at(2026, 9) }, digest('one', 'gans', null)],
      [
        entry('gan', { addedAt: at(2026, 8) }),
        entry('organ', { addedAt: at(2026, 9), status: 'reading', stamps: { ...NO_STAMPS, status: stamp } }),
        entry('note', { addedAt: at(2025, 9), status: 'read', stamps: { ...NO_STAMPS, status: stamp } }),
      ],
    );
    expect(allowed('added:2026-09', around)).toEqual(['organ', 'note']);
    expect(allowed('added:2026-08', around)).toEqual([]);
    expect(allowed('saved:2026', around)).toEqual(['gan', 'organ']);
    expect(allowed('saved:2025-09..2026-08', around)).toEqual(['gan', 'note']);
    expect(allowed('read:2026-10', around)).toEqual(['note']);
    expect(allowed('-read:2026 is:saved', around)).toEqual(['gan', 'organ']);
  });

  it('passes wanted words to the engine, with the one that may be unfinished last', () => {
    expect(wordsToSearch(parseQuery('rethi title:gan "3d gans" -organ is:saved -title:x'))).toBe('gan 3d gans rethi');
  });
});

describe('Filters that are offered', () => {
  const suggest = (query: string, around = context) => suggestFilters(query, around);
  const labels = (query: string): string[] => suggest(query).map(({ label }) => label);

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

  it('become part of the query, and parse without a problem', () => {
    const [chip] = suggest('words -digest:"und');
    expect(chip?.query).toBe('words -digest:"Undated · atlas" ');
    expect(allowed(chip?.query as string)).toEqual(['gan']);
  });

  const tags = [
    'read "now"',
    'C#',
    'C++',
    'C',
    '🔥',
    '⭐',
    '“to” "cite"',
    '日本語',
    'a:b',
    '-minus',
    'don’t',
    '"',
    '„x“',
  ];
  it.each(tags)('find the papers with the tag %j, and no others', (tag) => {
    const others = tags.filter((other) => other !== tag);
    const around = queryContext([], [entry('gan', { tags: [tag] }), entry('note', { tags: others })]);
    const [first] = suggest(`tag:${tag.slice(0, 1)}`, around).filter(
      ({ label }) => label === `tag:${quotedValue(tag)}`,
    );
    const query = first?.query ?? `tag:${quotedValue(tag)}`;
    expect(allowed(query, around)).toEqual(['gan']);
    expect(allowed(`-${query}`, around)).toEqual(['organ', 'note']);
  });

  it.each(['Library', 'My library', 'My library 2', '🔥', '⭐', 'of "quotes"'])(
    'find the papers of the source %j, and no others',
    (name) => {
      const names = ['Library', 'My library', 'My library 2', '🔥', '⭐', 'of "quotes"'];
      const sources = names.map((other): Digest => {
        const paperIds = [idOf(other === name ? 'gan' : 'note')];
        return { id: `source ${other}`, name: other, date: null, source: 'bibliography', paperIds };
      });
      expect(allowed(`source:${quotedValue(name)}`, queryContext(sources, []))).toEqual(['gan']);
    },
  );

  it('have each tag once, as it is written most often', () => {
    const around = queryContext([], [entry('gan', { tags: ['GAN'] }), entry('note', { tags: ['gan', 'later'] })]);
    expect(suggest('tag:', around).map(({ label }) => label.toLowerCase())).toEqual(['tag:gan', 'tag:later']);
  });
});
