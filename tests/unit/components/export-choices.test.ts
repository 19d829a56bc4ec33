import { describe, expect, it } from 'vitest';
import { fileNameOf, papersIn, scopesOf, whatWasExported } from '../../../components/export/export-choices.ts';
import { withParts } from '../../../components/export/export-parts.ts';
import { bundledPapers, entryOf } from '../../fixtures/exported-papers.ts';

const [a, b, c] = bundledPapers as [(typeof bundledPapers)[0], (typeof bundledPapers)[0], (typeof bundledPapers)[0]];
const exportable = {
  papers: bundledPapers,
  entries: [entryOf({ paperId: c.id, tags: ['gan'] }), entryOf({ paperId: a.id, tags: ['to cite', 'gan'] })],
  selection: [b.id, c.id],
};

describe('What can be exported', () => {
  it('is counted', () => {
    expect(scopesOf(exportable).map(({ label, count }) => [label, count])).toEqual([
      ['Selected papers', 2],
      ['Reading list', 2],
      ['Tagged “gan”', 2],
      ['Tagged “to cite”', 1],
      ['Whole catalogue', bundledPapers.length],
    ]);
    expect(scopesOf({ papers: [], entries: [], selection: [] }).map(({ scope }) => scope)).toEqual([
      'reading-list',
      'catalogue',
    ]);
  });

  it('includes each tag once, however it is spelled, with all its papers', () => {
    const spelled = {
      papers: bundledPapers,
      entries: [a, b, c].map(({ id }, i) =>
        entryOf({ paperId: id, tags: [['GAN'], ['gan', 'C'], ['gan', 'C++']][i] as string[] }),
      ),
      selection: [],
    };
    expect(scopesOf(spelled).map(({ label, count }) => `${label} ${count}`)).toEqual([
      'Reading list 3',
      'Tagged “C” 1',
      'Tagged “C++” 1',
      'Tagged “gan” 3',
      `Whole catalogue ${bundledPapers.length}`,
    ]);
    expect(papersIn('tag:GAN', spelled)).toHaveLength(3);
  });

  it('excludes notes, tags and abstracts on request, without changing the list', () => {
    const [entry] = [entryOf({ paperId: a.id, tags: ['gan'], note: 'Mine.' })];
    const papers = [{ paper: a, entry, key: 'a' }];
    const bare = withParts(papers, new Set());
    expect(bare[0]).toMatchObject({ key: 'a', paper: { title: a.title, abstract: '' }, entry: { note: '', tags: [] } });
    expect(entry).toMatchObject({ tags: ['gan'], note: 'Mine.' });
    expect(withParts(papers, new Set(['notes', 'tags', 'abstracts']))).toEqual(papers);
    expect(withParts([{ paper: a, entry: undefined, key: 'a' }], new Set())[0]?.entry).toBeUndefined();
  });

  it('is in the order of the list, with the reader’s own data', () => {
    const titles = (scope: Parameters<typeof papersIn>[0]): string[] =>
      papersIn(scope, exportable).map(({ paper }) => paper.title);
    expect(titles('reading-list')).toEqual([c.title, a.title]);
    expect(titles('tag:to cite')).toEqual([a.title]);
    expect(titles('selection')).toEqual([b.title, c.title]);
    expect(papersIn('selection', exportable).map(({ entry }) => entry?.tags)).toEqual([undefined, ['gan']]);
  });

  it('is the same for the whole catalogue in whatever order papers are read', () => {
    const backwards = { ...exportable, papers: [...bundledPapers].reverse() };
    expect(papersIn('catalogue', backwards)).toEqual(papersIn('catalogue', exportable));
  });

  it('has the same key for a paper in each scope', () => {
    const keys = (scope: Parameters<typeof papersIn>[0]) =>
      papersIn(scope, exportable).find(({ paper }) => paper.id === c.id)?.key;
    expect(new Set([keys('selection'), keys('reading-list'), keys('catalogue')]).size).toBe(1);
  });

  it('goes into a file with a descriptive name', () => {
    expect(fileNameOf('reading-list')).toBe('paperlight-reading-list');
    expect(fileNameOf('tag:../To Cite?')).toBe('paperlight-To-Cite');
    expect(fileNameOf('tag:!!')).toBe('paperlight-tag');
    expect(whatWasExported('saved', 1, 'RIS')).toBe('Saved 1 paper as RIS.');
  });
});
