import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../lib/core/formats/format-reader.ts';
import { readRis } from '../../../../lib/core/formats/ris-reader.ts';
import { writeRis } from '../../../../lib/export/ris.ts';
import { oddRis } from '../../../fixtures/bibliography.ts';
import {
  bundledPapers,
  entryOf,
  exported,
  nastyLines,
  nastyText,
  paperOf,
  plain,
} from '../../../fixtures/exported-papers.ts';
import fc from '../../../fixtures/properties.ts';

function read(text: string, size = text.length || 1): Finding[] {
  const reader = readRis();
  const found: Finding[] = [];
  for (let at = 0; at < text.length; at += size) found.push(...reader.read(text.slice(at, at + size)));
  return [...found, ...reader.end()];
}
const titlesIn = (found: Finding[]): string[] =>
  found.flatMap((one) => (one.kind === 'record' ? [one.record.title] : []));

describe('A file of RIS', () => {
  it('is read with continued lines, stray lines, empty tags, and references without an end', () => {
    expect(read(oddRis)).toEqual([
      { kind: 'skipped', line: 1, lines: 2 },
      {
        kind: 'record',
        line: 4,
        record: {
          title: 'A Title That Goes On in a Second Line',
          abstract: 'Background: something. Results: 5<6 in vivo.',
          authors: [
            { family: 'Doe', given: 'Jane' },
            { family: 'Roe', given: 'Richard' },
          ],
          year: 2019,
          venue: 'Journal of Tests',
          type: 'article',
          ids: { doi: '10.1145/1234567.1234568' },
          codeLinks: ['https://github.com/someone/code'],
          keywords: ['One Keyword', 'Another Keyword'],
        },
        own: { note: 'First line\nsecond & last\n\nA paragraph' },
      },
      {
        kind: 'record',
        line: 23,
        record: { title: 'A Second Title', type: 'conference', ids: { arxiv: '2401.01234' } },
      },
      { kind: 'untitled', line: 26 },
    ]);
  });

  it('is read the same with any line endings, in chunks of any size', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const size of [1, 2, 7, 10_000]) expect(read(oddRis.replaceAll('\n', end), size)).toEqual(read(oddRis));
    }
  });

  it('gives everything before the cut if it is truncated anywhere', () => {
    const whole = titlesIn(read(oddRis));
    for (let at = 0; at <= oddRis.length; at++) {
      const ends = oddRis.slice(0, at).match(/^ER/gm)?.length ?? 0;
      expect(titlesIn(read(oddRis.slice(0, at))).slice(0, ends)).toEqual(whole.slice(0, ends));
    }
  });

  it('exported by Paperlight is read back unchanged, whatever titles, notes and tags contain', () => {
    expect(titlesIn(read(writeRis(exported(bundledPapers)), 1000))).toEqual(bundledPapers.map(({ title }) => title));
    fc.assert(
      fc.property(nastyText, nastyLines, (title, note) => {
        const found = read(writeRis(exported([paperOf(title), paperOf('The Next Paper')], entryOf({ note }))));
        const [first] = found;
        expect(titlesIn(found).at(-1)).toBe('The Next Paper');
        expect(found).toHaveLength(2);
        if (first?.kind === 'record') expect(plain(first.own?.note ?? '')).toBe(plain(note));
      }),
    );
  });

  it('refuses a reference that never ends, and an invalid title', () => {
    const long = `TY  - JOUR\nTI  - A\nAB  - ${'x'.repeat(600_000)}\nN2  - ${'x'.repeat(600_000)}\nER  - \nTY  - JOUR\nTI  - ${'y'.repeat(1_001)}\nER  - \n`;
    expect(read(long).map((one) => (one.kind === 'refusal' ? `${one.line}: ${one.reason}` : one.kind))).toEqual([
      '1: too-long-and-endless',
      '6: long-title',
    ]);
  });
});
