import { expect, it } from 'vitest';
import { readFile } from '../../../../lib/import/read-file.ts';

const LONG = 'abc '.repeat(30_000);
const files: [format: string, text: (abstract: string, title?: string) => string][] = [
  ['BibTeX', (abstract, title = 'A Title') => `@misc{a, title = {${title}}, abstract = {${abstract}}}`],
  ['RIS', (abstract, title = 'A Title') => `TY  - GEN\nTI  - ${title}\nAB  - ${abstract}\nER  - \n`],
  ['CSL-JSON', (abstract, title = 'A Title') => JSON.stringify([{ title, abstract }])],
  ['CSV', (abstract, title = 'A Title') => `title,abstract\n"${title}","${abstract}"\n`],
];

async function read(text: string) {
  const found: object[] = [];
  await readFile(
    new Blob([text]),
    () => (findings) => void found.push(...findings),
    () => {},
  );
  return found;
}

it.each(files)('of %s a field that is too long is cut, and that is said', async (_, text) => {
  const [found] = (await read(text(LONG))) as [{ isCut?: boolean; record: { abstract: string } }];
  expect(found.isCut).toBe(true);
  expect(found.record.abstract.length).toBeGreaterThan(99_000);
  expect(found.record.abstract.length).toBeLessThanOrEqual(100_000);
  expect(await read(text('abc'))).toEqual([
    { kind: 'record', line: expect.any(Number), record: { title: 'A Title', abstract: 'abc' } },
  ]);
});

it.each(files)('of %s a title that is too long costs its entry, with a reason', async (_, text) => {
  for (const title of [LONG, 'x'.repeat(1_001)])
    expect(await read(text('abc', title))).toMatchObject([{ kind: 'refusal', reason: 'long-title' }]);
});
