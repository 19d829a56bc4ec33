import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../lib/core/formats/format-reader.ts';
import { type FileKind, readFile, UnreadableFileError } from '../../../lib/import/read-file.ts';
import fc from '../../fixtures/properties.ts';

/** What is found in a file of these bytes, and what the file was taken for. */
async function read(bytes: string | Uint8Array<ArrayBuffer>): Promise<{ found: Finding[]; kind: FileKind }> {
  let found: Finding[] = [];
  const makeTake = () => {
    found = [];
    return (more: readonly Finding[]) => void found.push(...more);
  };
  const kind = await readFile(new Blob([bytes]), makeTake, () => {});
  return { found, kind };
}
const titles = async (bytes: string | Uint8Array<ArrayBuffer>): Promise<string[]> =>
  (await read(bytes)).found.flatMap((one) => (one.kind === 'record' ? [one.record.title] : []));
const refusals = async (text: string): Promise<string[]> =>
  (await read(text)).found.flatMap((one) => (one.kind === 'refusal' ? [`${one.line}: ${one.reason}`] : []));
const problem = (file: Blob): Promise<string> =>
  readFile(
    file,
    () => () => {},
    () => {},
  ).then(
    () => 'read',
    (error) => (error instanceof UnreadableFileError ? error.problem : `not told: ${error}`),
  );
const bytesOf = (text: string, each: 1 | 2, isBigEndian = false): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(text.length * each);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) {
    if (each === 1) view.setUint8(i, text.charCodeAt(i));
    else view.setUint16(2 * i, text.charCodeAt(i), !isBigEndian);
  }
  return bytes;
};
const bib = (title: string): string => `@misc{a, title = {${title}}, year = 2021}\n`;
const GOOD = 'A Paper After the Bad Entry';

describe('A file of which nothing can be read is refused:', () => {
  it.each([
    ['empty', new Blob([])],
    ['not-text', new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 8, 0])])],
    ['not-text', new Blob([`${bib(GOOD)}\0\0\0`])],
    ['html', new Blob(['<!DOCTYPE html><title>x</title>'])],
  ])('%s', async (why, file) => {
    expect(await problem(file)).toBe(why);
  });

  it('larger than 500 MB, before a byte of it is read', async () => {
    const unread = { size: 600_000_000, slice: () => expect.unreachable() } as unknown as Blob;
    expect(await problem(unread)).toBe('too-large');
  });
});

describe('A file in another encoding is read:', () => {
  const TITLE = 'Überlegungen zu Ångström';

  it.each([
    ['utf-8', `\uFEFF${bib(TITLE)}`],
    ['utf-16le', bytesOf(`\uFEFF${bib(TITLE)}`, 2)],
    ['utf-16be', bytesOf(`\uFEFF${bib(TITLE)}`, 2, true)],
    ['utf-16le', bytesOf(bib(TITLE), 2)],
    ['utf-16be', bytesOf(bib(TITLE), 2, true)],
    ['windows-1252', bytesOf(bib(TITLE), 1)],
    ['windows-1252', bytesOf(`% Encoding: ISO-8859-1\n${bib(TITLE)}`, 1)],
  ])('%s', async (encoding, bytes) => {
    expect((await read(bytes)).kind).toEqual({ format: 'bibtex', encoding });
    expect(await titles(bytes)).toEqual([TITLE]);
  });

  it('UTF-16 with lone surrogates, which are replaced, also at its end', async () => {
    const half = bytesOf(bib('A Title with \uD800 Half a Letter') + bib(TITLE), 2);
    for (const bytes of [half, half.slice(0, -1)]) {
      expect((await read(bytes)).kind.encoding).toBe('utf-16le');
      expect((await titles(bytes))[0]).toMatch(/^A Title with .* Half a Letter$/u);
    }
    expect(await titles(half)).toContain(TITLE);
  });

  it('even if its encoding shows late', async () => {
    const many = Array.from({ length: 5_000 }, (_, i) => bib(`A Paper of Plain Letters, the ${i}th`)).join('');
    expect((await titles(bytesOf(many + bib(TITLE), 1))).at(-1)).toBe(TITLE);
  });
});

describe('One bad entry costs one entry:', () => {
  it.each([
    ['a title of 10,000 letters', bib('long '.repeat(2_000)), ['1: long-title']],
    ['an open brace', '@misc{a, title = {Cut off, year = 2020}\n', ['1: unclosed']],
    [
      'an entry of more than a megabyte',
      `@misc{a, title = {T}, abstract = {${'word '.repeat(210_000)}}}\n`,
      ['1: too-long'],
    ],
  ])('%s', async (_, bad, why) => {
    expect(await refusals(`${bad}${bib(GOOD)}`)).toEqual(why);
    expect(await titles(`${bad}${bib(GOOD)}`)).toContain(GOOD);
  });

  it('JSON that is nested too deeply', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = `[{"title": "Deep", "type": "book", "x": ${deep}},\n{"type": "book", "title": "${GOOD}"}]`;
    expect(await titles(text)).toEqual([GOOD]);
    expect(await refusals(text)).toEqual(['1: too-deep']);
  });
});

describe('What looks like something else is text:', () => {
  it('markup of titles goes, and other tags are letters like any', async () => {
    expect(await titles(bib('A <b>Bold</b> <script>alert(1)</script> &amp; <i>Odd</i> Title'))).toEqual([
      'A Bold <script>alert(1)</script> & Odd Title',
    ]);
  });

  it('names of properties that all objects have', async () => {
    const csl = '[{"__proto__": {"title": "x"}, "constructor": 1, "type": "book", "title": "The Title of the Entry"}]';
    expect(await titles(csl)).toEqual(['The Title of the Entry']);
    expect(await titles(`@misc{__proto__, __proto__ = {x}, title = {The Title}, constructor = {y}}`)).toEqual([
      'The Title',
    ]);
    expect(await titles('__proto__,Title\nx,The Title of a Row\n')).toEqual(['The Title of a Row']);
    expect(({} as { title?: string }).title).toBeUndefined();
  });

  it('right-to-left text stays, and characters that reverse the text around them go', async () => {
    expect(await titles(bib('\u202Eעברית\u202C and a Zero\u200B-width Title\u2066'))).toEqual([
      'עברית and a Zero-width Title',
    ]);
  });

  it('a thousand equal titles are a thousand entries', async () => {
    expect(await titles(bib('The Same Title Again').repeat(1_000))).toHaveLength(1_000);
  });
});

const files: [format: string, head: string, entry: (n: number) => string, tail: string][] = [
  [
    'BibTeX',
    '',
    (n) => `@article{k${n}, title = {The {P}aper Nümber ${n}}, abstract = {A "b" {c}.}, year = ${2000 + n}}\n`,
    '',
  ],
  ['RIS', '', (n) => `TY  - JOUR\nTI  - The Paper Nümber ${n}\nAB  - A line\n that goes on.\nER  - \n\n`, ''],
  [
    'CSL-JSON',
    '[',
    (n) => `${n ? ',' : ''}\n{"type": "book", "title": "The Paper Nümber ${n}", "note": "\\"}{"}`,
    '\n]',
  ],
  ['CSV', 'Title,Abstract\n', (n) => `"The Paper Nümber ${n}","A ""b"",\nline"\n`, ''],
];

describe.each(files)('A file of %s', (_, head, entry, tail) => {
  const entries = Array.from({ length: 6 }, (__, n) => entry(n));
  const whole = new TextEncoder().encode(head + entries.join('') + tail) as Uint8Array<ArrayBuffer>;
  const ends = entries.map((___, n) => new TextEncoder().encode(head + entries.slice(0, n + 1).join('')).length);

  it('truncated after any byte loses nothing that was complete before', async () => {
    const all = await titles(whole);
    expect(all).toHaveLength(entries.length);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: head.length + 20, max: whole.length }), async (cut) => {
        const complete = ends.filter((end) => end <= cut).length;
        expect((await titles(whole.slice(0, cut))).slice(0, complete)).toEqual(all.slice(0, complete));
      }),
      { numRuns: 150 },
    );
  });

  it('is read the same with the line endings of any system', async () => {
    const text = new TextDecoder().decode(whole);
    for (const end of ['\r\n', '\r']) expect(await titles(text.replaceAll('\n', end))).toEqual(await titles(text));
  });
});
