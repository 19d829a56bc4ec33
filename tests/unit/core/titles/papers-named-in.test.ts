import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import { papersNamedIn } from '../../../../lib/core/titles/papers-named-in.ts';
import { buildTitleTable, TitleTable } from '../../../../lib/core/titles/title-table.ts';

const { papers } = bundleDigests('seeds').catalogue;
const table = new TitleTable(buildTitleTable(papers));
const T = 'EpiGRAF: Rethinking training of 3D GANs';
const named = (text: string) => papersNamedIn(text, table).map((id) => papers.find((paper) => paper.id === id)?.title);

describe('A text', () => {
  it('that is a title names its paper', () => {
    for (const { id, title } of papers) expect(papersNamedIn(` “${title.toUpperCase()}”\n`, table)).toEqual([id]);
  });

  it.each<[string, string[]]>([
    [`[PDF] ${T}`, [T]],
    [`Skorokhodov et al. ${T}. NeurIPS 2022.`, [T]],
    [`“${T}” and “Neural Metamorphosis”`, [T, 'Neural Metamorphosis']],
    [`${T}: A Survey`, []],
    ['neural metamorphosis is a phrase here', []],
    ['Rethinking training of 3D GANs', []],
    ['', []],
  ])('%j names %j', (text, titles) => expect(named(text)).toEqual(titles));
});
