import { AST } from 'astrocite-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeRis } from '../../../lib/export/ris.ts';
import { bundledPapers, entryOf, exported, nastyLines, nastyText, paperOf, plain } from './papers.ts';

/** The references of a file: for each tag its values. */
function read(text: string): Record<string, string[]>[] {
  return AST.parse(text).children.map(({ type, properties }) => {
    const fields: Record<string, string[]> = { TY: [type] };
    for (const { key, value } of properties) fields[key] = [...(fields[key] ?? []), value.trim()];
    return fields;
  });
}

describe('RIS', () => {
  it('has the bundled papers whole', () => {
    const papers = exported(bundledPapers);
    const references = read(writeRis(papers));
    expect(references).toEqual(
      papers.map(({ key, paper }) => ({
        TY: ['GEN'],
        ID: [key],
        TI: [paper.title],
        AB: [plain(paper.abstract)],
        ...(paper.codeLinks.length > 0 && { UR: paper.codeLinks }),
      })),
    );
  });

  it('has what pages taught and what the reader made', () => {
    const known = { arxiv: '2406.01234', doi: '10.1145/3292500.3330701', openreview: 'rJl-b3RcF7' };
    const papers = exported([paperOf('A Title', { known })], entryOf({ tags: ['a, b', 'c'], note: 'One.\n\nTwo.' }));
    expect(read(writeRis(papers))).toEqual([
      {
        TY: ['GEN'],
        ID: ['title'],
        TI: ['A Title'],
        DO: ['10.1145/3292500.3330701'],
        AN: ['arXiv:2406.01234'],
        UR: [
          'https://arxiv.org/abs/2406.01234',
          'https://openreview.net/forum?id=rJl-b3RcF7',
          'https://doi.org/10.1145/3292500.3330701',
        ],
        KW: ['a, b', 'c'],
        N1: ['One.', 'Two.'],
      },
    ]);
  });

  it('comes back as it was, whatever stands in titles, notes and tags', () => {
    fc.assert(
      fc.property(nastyText, nastyLines, nastyText, (title, note, tag) => {
        const papers = exported([paperOf(title), paperOf('The Next Paper')], entryOf({ note, tags: [tag] }));
        const [first, second, ...others] = read(writeRis(papers));
        expect(others).toEqual([]);
        expect(second?.TI).toEqual(['The Next Paper']);
        expect(first?.TI ?? ['']).toEqual([plain(title)]);
        expect(first?.KW ?? ['']).toEqual([plain(tag)]);
        expect(plain((first?.N1 ?? []).join('\n'))).toBe(plain(note));
      }),
      { numRuns: 500 },
    );
  });
});
