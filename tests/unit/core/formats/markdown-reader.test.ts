import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../../lib/core/formats/detect-format.ts';
import type { Finding } from '../../../../lib/core/formats/format-reader.ts';
import { inlinesOf } from '../../../../lib/core/formats/markdown-inlines.ts';
import { readMarkdown } from '../../../../lib/core/formats/markdown-reader.ts';
import { writeMarkdown } from '../../../../lib/export/markdown.ts';
import { cpuTime } from '../../../fixtures/cpu-time.ts';
import { entryOf, exported, nastyLines, nastyText, paperOf, plain } from '../../../fixtures/exported-papers.ts';
import fc from '../../../fixtures/properties.ts';

/** Everything that is found in `text`, read in pieces of `size` characters. */
function read(text: string, size = text.length || 1): Finding[] {
  const reader = readMarkdown();
  const findings: Finding[] = [];
  for (let i = 0; i < text.length; i += size) findings.push(...reader.read(text.slice(i, i + size)));
  return [...findings, ...reader.end()];
}

const list = `- [x] [A \\*Title\\* &#x2014; of](https://arxiv.org/abs/2406.01234)

  Read · Tags: gan, to cite · Authors: Song, Yang; Google Research, · Venue: A · B · Year: 2021 · Type: conference · [a.org/b](https://a.org/b) · Code: [c.org](https://c.org/x_\\(1\\))

  Good.

  - one
  - two
- [ ] A Second Title

  To read
- A Third Title
`;

describe('a list of papers in Markdown', () => {
  it.each([1, 7, 10_000])('is read with all that stands below a title, in pieces of %i', (size) => {
    expect(read(list, size)).toEqual([
      {
        kind: 'record',
        line: 1,
        record: {
          title: 'A *Title* — of',
          authors: [{ family: 'Song', given: 'Yang' }, { family: 'Google Research' }],
          year: 2021,
          venue: 'A · B',
          type: 'conference',
          ids: { arxiv: '2406.01234' },
          links: ['https://a.org/b'],
          codeLinks: ['https://c.org/x_(1)'],
        },
        own: { status: 'read', tags: ['gan', 'to cite'], note: 'Good.\n\n- one\n- two' },
      },
      { kind: 'record', line: 9, record: { title: 'A Second Title' }, own: { status: 'to-read' } },
      { kind: 'record', line: 12, record: { title: 'A Third Title' } },
    ]);
  });

  it('is distinguished from other texts', () => {
    expect(detectFormat(list)).toBe('markdown');
    expect(detectFormat('- [ ] A Title\n\n  To read\n\n  @misc{a, title = {B}}\n')).toBe('markdown');
    expect(detectFormat('- a title\nand a line that is none of a list\n')).toBe('digest');
    expect(detectFormat('---\n- x\n')).toBe('digest');
    expect(detectFormat('-- a comment\n@misc{a, title = {B}}')).toBe('bibtex');
  });

  it('keeps the folded letters of every title, whatever titles, notes and tags contain', () => {
    fc.assert(
      fc.property(nastyText, nastyLines, nastyText, (title, note, tag) => {
        fc.pre(plain(title) !== '');
        const written = writeMarkdown(
          exported([paperOf(title), paperOf('The Next Paper')], entryOf({ note, tags: [tag] })),
        );
        expect(detectFormat(written)).toBe('markdown');
        const titles = read(written).flatMap((one) => (one.kind === 'record' ? [one.record.title] : []));
        expect(titles).toEqual([plain(title), 'The Next Paper']);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['[', '[](', '[a](b', '\\[', '[[]](', '[](<', '- ', '· Tags: '])('takes time by its length: %s', (piece) => {
    const line = `- a${piece.repeat(200_000 / piece.length)}`;
    const from = cpuTime();
    expect(inlinesOf(line).length).toBeGreaterThan(0);
    expect(read(`- A Title\n\n  ${line}`)).toHaveLength(1);
    expect(cpuTime() - from).toBeLessThan(5_000);
  });
});
