import { AST } from 'astrocite-ris';
import { describe, expect, it } from 'vitest';
import { writeRis } from '../../../lib/export/ris.ts';
import {
  bundledPapers,
  entryOf,
  exported,
  nastyLines,
  nastyText,
  paperOf,
  plain,
} from '../../fixtures/exported-papers.ts';
import fc from '../../fixtures/properties.ts';

/** The references of a file: for each tag its values. */
function read(text: string): Record<string, string[]>[] {
  return AST.parse(text).children.map(({ type, properties }) => {
    const fields: Record<string, string[]> = { TY: [type] };
    for (const { key, value } of properties) fields[key] = [...(fields[key] ?? []), value.trim()];
    return fields;
  });
}

/** Text without entities. */
function decoded(text: string): string {
  return text
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** The text of a note. */
function textOf(html: string): string {
  return decoded(html.replace(/<br\/>|<\/p><p>/g, '\n').replace(/<\/?p>/g, ''));
}

describe('RIS', () => {
  it('contains the bundled papers completely', () => {
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
        N1: ['<p>One.</p><p>Two.</p>'],
      },
    ]);
  });

  it('has a note of several lines on one line, with its indents, and none of it as a field', () => {
    const note = 'Venue: KDD\n- one\n  - two <b> & more\n\nAuthor, Role: none';
    const [reference] = read(writeRis(exported([paperOf('A Title')], entryOf({ note }))));
    expect(reference).toEqual({
      TY: ['GEN'],
      ID: ['title'],
      TI: ['A Title'],
      N1: ['<p>Venue: KDD<br/>- one<br/>&nbsp;&nbsp;- two &lt;b&gt; &amp; more</p><p>Author, Role: none</p>'],
    });
  });

  it('escapes what Zotero would read as HTML, and keeps keywords in one piece', () => {
    const papers = exported([paperOf('Is x<y, 1 < 2 & <i>z</i> &amp; R&D?')], entryOf({ tags: ['a;b', 'n<m'] }));
    const [reference] = read(writeRis(papers));
    expect(reference?.TI).toEqual(['Is x&lt;y, 1 < 2 & &lt;i>z&lt;/i> &amp;amp; R&D?']);
    expect(reference?.KW).toEqual(['a b', 'n&lt;m']);
  });

  it('is read back unchanged, whatever titles, notes and tags contain', () => {
    fc.assert(
      fc.property(nastyText, nastyLines, nastyText, (title, note, tag) => {
        const papers = exported([paperOf(title), paperOf('The Next Paper')], entryOf({ note, tags: [tag] }));
        const [first, second, ...others] = read(writeRis(papers));
        expect(others).toEqual([]);
        expect(second?.TI).toEqual(['The Next Paper']);
        expect((first?.TI ?? ['']).map(decoded)).toEqual([plain(title)]);
        expect((first?.KW ?? ['']).map(decoded)).toEqual([plain(tag.replace(/;/g, ' '))]);
        expect(first?.N1?.length ?? 0).toBe(note.trim() === '' ? 0 : 1);
        expect(plain(textOf(first?.N1?.[0] ?? ''))).toBe(plain(note));
      }),
      { numRuns: 500 },
    );
  });

  it('has authors, year and venue, and organisations as EndNote expects them', () => {
    const authors = [{ family: 'van den Oord', given: 'Aäron' }, { family: 'Google Research' }, { family: 'OpenAI' }];
    const papers = [
      paperOf('A Title', { authors, year: 2021, venue: 'ICLR', type: 'conference' }),
      paperOf('A Thesis', { venue: 'A University', type: 'thesis' }),
    ];
    expect(read(writeRis(exported(papers)))).toEqual([
      {
        TY: ['CONF'],
        ID: ['oord2021title'],
        TI: ['A Title'],
        AU: ['van den Oord, Aäron', 'Google Research,', 'OpenAI'],
        PY: ['2021'],
        T2: ['ICLR'],
      },
      { TY: ['THES'], ID: ['thesis'], TI: ['A Thesis'], PB: ['A University'] },
    ]);
  });
});
