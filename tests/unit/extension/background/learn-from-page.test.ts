import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import type { RecordContent } from '../../../../lib/core/model/record.ts';
import type { PageFacts } from '../../../../lib/core/pages/page-subject.ts';
import { database } from '../../../../lib/db/database.ts';
import { mergeBundle } from '../../../../lib/db/merge-bundle.ts';
import { forgetRead, forgetReadOf, papersRead, rememberRead, rememberReadOf } from '../../../../lib/db/pages-read.ts';
import { learnFrom } from '../../../../lib/extension/background/learn-from-page.ts';

const stored = vi.hoisted((): Record<string, unknown> => ({}));
vi.mock('wxt/browser', () => ({
  browser: { storage: { local: { get: async (key: string) => ({ [key]: stored[key] }) } } },
}));

const TITLE = 'A Paper of a Digest Without Authors';
const id = paperIdOf(TITLE);
const paper = { id, title: TITLE, abstract: 'Of the digest.', digestIds: ['mail'], codeLinks: [] };
const said: RecordContent = {
  title: TITLE,
  abstract: 'Of the page.',
  authors: [{ family: 'First', given: 'Ada' }],
  year: 2026,
  ids: { arxiv: '2601.00001', doi: '10.9999/claimed' },
  links: ['https://elsewhere.example/'],
};
const about = (address: string): PageFacts => ({
  address,
  canonical: '',
  title: TITLE,
  headings: [TITLE],
  meta: [['citation_title', TITLE]],
});
const ARXIV = 'https://arxiv.org/abs/2601.00001';

beforeEach(async () => {
  delete stored.settings;
  const digest = { id: 'mail', name: 'Mail', date: null, source: 'bundled' as const, paperIds: [id] };
  await mergeBundle({ digests: [digest], papers: [paper] }, 'one');
});
afterEach(() => Promise.all(database.tables.map((table) => table.clear())));

describe('a page of arXiv about a catalogued paper', () => {
  it('teaches its authors and year, and the id that its address proves', async () => {
    expect(await learnFrom(about(ARXIV), async () => said)).toBe(true);
    expect(await database.papers.get(id)).toMatchObject({
      abstract: 'Of the digest.',
      authors: said.authors,
      year: 2026,
      said: { arxiv: '2601.00001' },
      digestIds: ['mail', 'pages-read'],
    });
    expect((await database.papers.get(id))?.said).not.toHaveProperty('doi');
    expect((await database.papers.get(id))?.links ?? []).toEqual([]);
  });

  it('is read only while the authors are unknown', async () => {
    const read = vi.fn(async () => said);
    await learnFrom(about(ARXIV), read);
    await learnFrom(about(ARXIV), read);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('teaches nothing from the data of another paper, such as the previous page’s', async () => {
    await learnFrom(about(ARXIV), async () => ({ ...said, title: 'Another Paper of the Page Before' }));
    expect(await papersRead()).toEqual([]);
  });

  it('teaches nothing if the reader has turned that off', async () => {
    stored.settings = { learning: false };
    expect(await learnFrom(about(ARXIV), async () => said)).toBe(false);
    expect(await papersRead()).toEqual([]);
  });

  it('teaches the id that its address proves, even if reading it fails', async () => {
    await learnFrom(about(ARXIV), () => Promise.reject(new Error('gone')));
    expect(await database.papers.get(id)).toMatchObject({ known: { arxiv: '2601.00001' } });
  });
});

it('learns no authors from any other page, which could claim anything', async () => {
  const read = vi.fn(async () => said);
  for (const address of [
    'https://blog.example/2601.00001',
    'http://arxiv.org/abs/2601.00001',
    'https://a.example/10.1145/1',
  ]) {
    await learnFrom(about(address), read);
  }
  expect(read).not.toHaveBeenCalled();
});

it('everything read from pages can be forgotten and remembered', async () => {
  const before = await database.papers.get(id);
  await learnFrom(about(ARXIV), async () => said);
  const learned = await database.papers.get(id);
  const kept = await forgetRead();
  expect((await database.papers.get(id))?.authors).toBeUndefined();
  expect(await database.papers.get(id)).toMatchObject(before as object);
  await rememberRead(kept as NonNullable<typeof kept>);
  expect(await database.papers.get(id)).toEqual(learned);
});

it('what was read of one paper can be forgotten and remembered', async () => {
  await learnFrom(about(ARXIV), async () => said);
  const learned = await database.papers.get(id);
  const forgotten = await forgetReadOf(id);
  expect(await database.papers.get(id)).toMatchObject({ title: TITLE, digestIds: ['mail'] });
  expect((await database.papers.get(id))?.authors).toBeUndefined();
  expect(await papersRead()).toEqual([]);
  expect(await forgetReadOf(id)).toBeUndefined();
  await rememberReadOf(forgotten as NonNullable<typeof forgotten>);
  expect(await database.papers.get(id)).toEqual(learned);
});
