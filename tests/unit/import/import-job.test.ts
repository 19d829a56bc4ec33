import 'fake-indexeddb/auto';
import { afterEach, expect, it } from 'vitest';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import { allDigests, allPapers } from '../../../lib/db/catalogue.ts';
import { database } from '../../../lib/db/database.ts';
import { undoImport } from '../../../lib/db/imports.ts';
import { ImportJob } from '../../../lib/import/import-job.ts';
import type { Added, Preview } from '../../../lib/import/protocol.ts';

afterEach(() => Promise.all(database.tables.map((table) => table.clear())));

const choices = { name: 'library', leftOut: [], toReadingList: false, keywordsAsTags: false, readerData: false };
const bib = (...titles: string[]): string => titles.map((title, i) => `@misc{k${i}, title = {${title}}}`).join('\n');

/** Reads a file and adds it. */
async function importing(text: string, name = 'library.bib'): Promise<{ preview: Preview; added: Added }> {
  const job = new ImportJob();
  const preview = await job.read([new File([text], name)], () => {});
  return { preview, added: await job.add({ ...choices, name: preview.name }, () => {}) };
}
const titles = async (): Promise<string[]> => (await allPapers()).map(({ title }) => title).sort();
const sources = async () => (await allDigests()).map(({ name, paperIds }) => [name, paperIds.length]);

it('an update of a source that is undone leaves the source as it was', async () => {
  await importing(bib('The First of the Papers', 'The Second of the Papers'));
  const before = [await allPapers(), await allDigests()];
  const { preview, added } = await importing(bib('The First of the Papers', 'The Third of the Papers'));
  expect(preview.files[0]?.reimport).toMatchObject({ newSince: 1, changed: 0, gone: 1 });
  expect(await titles()).toEqual(['The First of the Papers', 'The Third of the Papers']);
  await undoImport(added);
  expect([await allPapers(), await allDigests()]).toEqual(before);
});

it('a file of the same name with other papers is another source, and replaces nothing', async () => {
  await importing(bib('The First of the Papers', 'The Second of the Papers'));
  const { preview } = await importing(bib('A Paper of Another Library', 'One More of Another Library'));
  expect(preview.files[0]?.reimport).toBeUndefined();
  expect(await titles()).toHaveLength(4);
  expect(await sources()).toEqual([
    ['library', 2],
    ['library', 2],
  ]);
});

it('two entries of one file with one id are one paper, which has both titles', async () => {
  const [first, second] = ['A Study of Large Models of Vision', 'Large Models of Vision: What They See'];
  const text = [first, second]
    .map((title, i) => `@misc{k${i}, title = {${title}}, eprint = {2111.00004}, archiveprefix = {arXiv}}`)
    .join('\n');
  const { added } = await importing(text);
  const [paper] = await allPapers();
  expect([paper?.title, ...(paper?.alsoTitled ?? [])].sort()).toEqual([first, second]);
  // Pages know a title by its id.
  expect([paper?.id, ...(paper?.titleIds ?? [])].sort()).toEqual([first, second].map(paperIdOf).sort());
  const { preview } = await importing(text);
  expect(preview.files[0]?.reimport).toMatchObject({ newSince: 0, changed: 0, gone: 0 });
  expect(await allPapers()).toEqual([paper]);
  await undoImport(added);
  expect(await allPapers()).toEqual([]);
});

it('a doubtful pair says whether the other one is in the catalogue or in the same import', async () => {
  await importing('@book{a, title = {Deep Learning}, author = {LeCun, Yann}, year = 2015}');
  const job = new ImportJob();
  const text = [
    '@book{b, title = {Deep Learning}, author = {Goodfellow, Ian}, year = 2016}',
    '@misc{c, title = {A Study of Large Models of Vision}, author = {Ho, Jonathan}, year = 2020}',
    '@misc{d, title = {A Study of Large Modells of Vision}, author = {Ho, Jonathan}, year = 2020}',
  ].join('\n');
  await job.read([new File([text], 'other.bib')], () => {});
  const { doubts } = job.part('doubtful', 0, 10);
  expect(doubts.map(({ paper, isCatalogued }) => [paper.title, isCatalogued])).toEqual([
    ['Deep Learning', true],
    ['A Study of Large Modells of Vision', false],
  ]);
});
