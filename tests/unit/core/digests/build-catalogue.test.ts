import { describe, expect, it } from 'vitest';
import { buildCatalogue } from '../../../../lib/core/digests/build-catalogue.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';

const digest = (id: string, ...titles: string[]) => ({
  id,
  date: null,
  entries: titles.map((title) => ({ title, abstract: `${title}, as ${id} has it: https://github.com/${id}/code.` })),
});

describe('buildCatalogue', () => {
  const { digests, papers } = buildCatalogue(
    [
      digest('one', 'First Paper', 'Fréchet Means'),
      digest('two', String.raw`Fr\'echet means`, 'Last Paper'),
      digest('three', 'FRECHET MEANS'),
    ],
    'file',
  );

  it('has each paper once, with all the digests that hold it', () => {
    expect(papers.map(({ title, digestIds }) => [title, digestIds])).toEqual([
      ['First Paper', ['one']],
      ['Fréchet Means', ['one', 'two', 'three']],
      ['Last Paper', ['two']],
    ]);
  });

  it('keeps the title, abstract and links with which a paper came first', () => {
    expect(papers[1]).toMatchObject({
      id: paperIdOf('Fréchet Means'),
      abstract: 'Fréchet Means, as one has it: https://github.com/one/code.',
      codeLinks: ['https://github.com/one/code'],
    });
  });

  it('keeps the order of each digest', () => {
    expect(digests.map(({ id, source, paperIds }) => [id, source, paperIds])).toEqual([
      ['one', 'file', ['First Paper', 'Fréchet Means'].map(paperIdOf)],
      ['two', 'file', ['Fréchet Means', 'Last Paper'].map(paperIdOf)],
      ['three', 'file', [paperIdOf('Fréchet Means')]],
    ]);
  });

  it('names a digest once that holds a paper twice', () => {
    const { papers } = buildCatalogue([digest('one', 'Same Paper', 'Same paper')], 'file');
    expect(papers.map(({ digestIds }) => digestIds)).toEqual([['one']]);
  });

  it('is empty for no digests', () => {
    expect(buildCatalogue([], 'file')).toEqual({ digests: [], papers: [] });
  });
});
