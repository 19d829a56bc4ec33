import { parse } from '@retorquere/bibtex-parser';
import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../../../lib/core/formats/bibtex-reader.ts';
import type { Finding } from '../../../../lib/core/formats/format-reader.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import { fold } from '../../../../lib/core/text/fold.ts';
import { writeBibtex } from '../../../../lib/export/bibtex.ts';
import { betterBib, oddBib, zoteroBib } from '../../../fixtures/bibliography.ts';
import { cpuTime } from '../../../fixtures/cpu-time.ts';
import { bundledPapers, entryOf, exported, nastyLines, nastyText, paperOf } from '../../../fixtures/exported-papers.ts';
import fc from '../../../fixtures/properties.ts';

/** What is found in a text that comes in pieces of so many characters. */
function read(text: string, size = text.length || 1): Finding[] {
  const reader = readBibtex();
  const found: Finding[] = [];
  for (let at = 0; at < text.length; at += size) found.push(...reader.read(text.slice(at, at + size)));
  return [...found, ...reader.end()];
}
const recordsIn = (found: Finding[]) => found.flatMap((one) => (one.kind === 'record' ? [one.record] : []));
const titlesIn = (text: string, size?: number): string[] => recordsIn(read(text, size)).map(({ title }) => title);
const refusalsIn = (text: string) =>
  read(text).flatMap((one) => (one.kind === 'refusal' ? [`${one.line}: ${one.reason}`] : []));

describe('A file of BibTeX', () => {
  it('of Zotero is read with every field of a paper', () => {
    expect(read(zoteroBib)).toEqual([
      {
        kind: 'record',
        line: 2,
        record: {
          title: 'Score-Based Generative Modeling through Stochastic Differential Equations',
          abstract:
            'Creating noise from data is easy; creating data from noise is generative modeling, at 50% of the cost.',
          authors: [
            { family: 'Song', given: 'Yang' },
            { family: 'Sohl-Dickstein', given: 'Jascha' },
            { family: 'Kingma', given: 'Diederik P.' },
            { family: 'Google Research' },
          ],
          year: 2021,
          venue: 'International Conference on Learning Representations',
          type: 'conference',
          ids: { openreview: 'PxTIG12RRHS' },
          keywords: ['Computer Science - Machine Learning', 'Statistics'],
        },
        own: { note: 'Read again: section 3.' },
      },
      { kind: 'untitled', line: 16 },
    ]);
  });

  it('of Better BibTeX is read in the dialect of biblatex', () => {
    expect(recordsIn(read(betterBib))).toEqual([
      expect.objectContaining({
        title: 'High-Resolution Image Synthesis with Latent Diffusion Models',
        authors: [
          { family: 'Rombach', given: 'Robin' },
          { family: 'van Berg', given: 'Esser' },
        ],
        year: 2022,
        type: 'preprint',
        ids: { arxiv: '2112.10752' },
      }),
    ]);
  });

  it('is read with macros, parentheses, quotation marks, volumes, and without keys', () => {
    const found = read(oddBib);
    expect(found.map(({ kind }) => kind)).toEqual(['record', 'untitled', 'record', 'record']);
    expect(recordsIn(found)).toEqual([
      {
        title: 'Learning öf Naïve Études & Other α-Blends',
        venue: 'International Conference on Machine Learning',
        year: 2020,
        type: 'article',
      },
      {
        title: 'Without a Key',
        type: 'article',
        ids: { doi: '10.1145/abc.1' },
      },
      {
        title: 'A Child',
        authors: [
          { family: 'Doe', given: 'Jane' },
          { family: 'van Beethoven', given: 'Ludwig' },
        ],
        year: 1999,
        venue: 'The Tests',
        type: 'conference',
      },
    ]);
  });

  it.each([
    ['a missing brace', '@article{a, title = {One {Two, year = 2020\n}\n'],
    ['a missing quotation mark', '@article{a, title = "One, year = 2020\n}\n'],
    ['a missing end', '@article{a,\n  title = {One},\n'],
  ])('loses one entry for %s, and says which', (_, bad) => {
    const text = `@misc{x, title = {Before}}\n${bad}\n@misc{y,\n title = {After}}\n`;
    expect(titlesIn(text)).toEqual(['Before', 'After']);
    expect(refusalsIn(text)).toEqual(['2: unclosed']);
  });

  it('refuses a title that has swallowed other fields', () => {
    const text =
      '@article{a,\n  title = {Third paper with an open brace, year = {2021}, author = {C D}\n}}\n@misc{b, title = {B}}';
    expect(titlesIn(text)).toEqual(['B']);
    expect(refusalsIn(text)).toEqual(['1: title-unclosed']);
  });

  it.each([
    ['no comma between fields', '@misc{a, title = {A} year = 2020}'],
    ['a key with blanks and signs', "@misc{o'reilly: the sixth & last, title = {A}}"],
    ['braces that are escaped and alone', '@misc{a, title = {A}, note = {\\{ alone}}'],
    ['text between entries', 'From: me\n@ you\n@misc{a, title = {A}}\nmail me@a.org{x}'],
    ['comments within', '@misc{a, % this one\n title = {A}}'],
    ['a line of text that begins like an entry', '@misc{a, title = {A}, abstract = {x\n@misc{y} z}}'],
    ['entries in one line', '@string{x = "y"} @misc{a, title = {A}}'],
    ['Windows line ends', '@misc{a,\r\n  title = {A}\r\n}\r\n'],
    ['names of fields that objects inherit', '@misc{__proto__, __proto__ = {x}, constructor = {y}, title = {A}}'],
  ])('is read with %s', (_, text) => {
    expect(titlesIn(text)).toEqual(['A']);
    expect(titlesIn(text, 1)).toEqual(['A']);
  });

  it('survives macros that refer to each other', () => {
    const bomb = Array.from({ length: 60 }, (_, i) => `@string{m${i + 1} = m${i} # m${i}}`).join('\n');
    expect(titlesIn(`@string{m0 = "ab"}\n${bomb}\n@misc{a, title = {A}, note = m60}`)).toEqual(['A']);
  });

  it('exported by Paperlight gives every title its id again, and the note', () => {
    const papers = exported(bundledPapers, entryOf({ note: 'First.\n\nSecond: 100%', tags: ['a', 'b'] }));
    const found = read(writeBibtex(papers), 1000);
    expect(recordsIn(found).map(({ title }) => paperIdOf(title))).toEqual(bundledPapers.map(({ id }) => id));
    expect(found.map((one) => one.kind === 'record' && one.own)).toEqual(
      bundledPapers.map(() => ({ note: 'First.\n\nSecond: 100%', tags: ['a', 'b'] })),
    );
    expect(recordsIn(found).map(({ abstract = '' }) => fold(abstract))).toEqual(
      bundledPapers.map(({ abstract }) => fold(abstract)),
    );
  });

  it('exported by Paperlight is read back whatever titles and notes contain, and as another parser reads it', () => {
    fc.assert(
      fc.property(nastyText, nastyLines, fc.integer({ min: 1, max: 200 }), (title, note, size) => {
        // Such a title is refused: it looks as if it had swallowed the next field.
        fc.pre(!/[A-Za-z]{2}\s*=\s*[{"\d]/.test(title));
        const text = writeBibtex(exported([paperOf(title), paperOf('The Next Paper')], entryOf({ note })));
        const found = read(text, size);
        expect(found.filter(({ kind }) => kind === 'refusal')).toEqual([]);
        expect(recordsIn(found).at(-1)?.title).toBe('The Next Paper');
        expect(recordsIn(found).length + found.filter(({ kind }) => kind === 'untitled').length).toBe(
          parse(text).entries.length,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('gives everything before the cut if it is truncated anywhere', () => {
    const text = `${zoteroBib}\n${betterBib}\n${oddBib.replace(/^@inproceedings.*\n/m, '')}`;
    const whole = read(text);
    fc.assert(
      fc.property(fc.nat(text.length), fc.integer({ min: 1, max: 100 }), (at, size) => {
        const cut = read(text.slice(0, at), size).filter(({ kind }) => kind !== 'refusal');
        expect(cut).toEqual(whole.slice(0, cut.length));
        const before = text.slice(0, at).split(/^@/m).slice(1, -1).length;
        expect(cut.length).toBeGreaterThanOrEqual(before - 3);
      }),
      { numRuns: 300 },
    );
  });

  it('is read the same in chunks of any size, with comments and refusals', () => {
    const comment = `@comment{jabref: ${'x'.repeat(500)};\n@article{none, title = {None}}\n${'y'.repeat(500)}}\n`;
    const ended = '@misc{c, title = {An Entry With a Comment}, and %},\n  year = 1997,\n}\n';
    const text = `${comment}${ended}@misc{a, title = {Open\n@misc{b, title = {A Whole Entry}}\n`;
    for (let size = 1; size <= text.length; size++) expect(read(text, size)).toEqual(read(text));
    expect(recordsIn(read(text))).toMatchObject([
      { title: 'An Entry With a Comment', year: 1997 },
      { title: 'A Whole Entry' },
    ]);
    expect(read(text)).toContainEqual(expect.objectContaining({ kind: 'refusal', text: '@misc{a, title = {Open' }));
  });

  it('never makes the reader throw or hang, whatever it contains', () => {
    const pieces = [
      '@misc{',
      '@comment{',
      '@string{',
      'a',
      ',',
      'title',
      ' = ',
      '{',
      '}',
      '"',
      '#',
      '\n',
      '\\',
      "\\'",
      '$',
      '%',
      '(',
      ')',
      ' and ',
      '&',
      '<',
    ];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (bib, size) => {
        expect(read(bib, size).filter(({ kind }) => kind === 'record')).toEqual(
          read(bib).filter(({ kind }) => kind === 'record'),
        );
      }),
      { numRuns: 2_000 },
    );
    for (const piece of pieces.flatMap((one) => [one, `@misc{a, title = {${one}`, `@misc{a, x = "${one}\n`])) {
      const before = cpuTime();
      read(piece.repeat(Math.ceil(200_000 / piece.length)), 65_536);
      expect(cpuTime() - before, piece).toBeLessThan(5_000);
    }
  });
});
