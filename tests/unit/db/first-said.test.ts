import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import { PaperlightDatabase } from '../../../lib/db/database.ts';
import { asFirstSaid } from '../../../lib/db/first-said.ts';
import { addSource } from '../../../lib/db/sources.ts';
import { citationKeys } from '../../../lib/export/citation-keys.ts';

const source = (id: string) => ({ id, name: id, date: null, source: 'bibliography' as const });

it('a paper keeps the citation key of its first source, whatever sources come later', async () => {
  const db = new PaperlightDatabase('first-said');
  const [digested, imported] = ['A Title of a Paper', 'Another Title of a Paper'].map((title) => ({
    paperId: paperIdOf(title),
    record: { title },
  })) as [{ paperId: string; record: { title: string } }, { paperId: string; record: { title: string } }];
  const credits = { authors: [{ family: 'Song' }], year: 2021 };
  const credited = ({ paperId, record }: typeof digested) => ({ paperId, record: { ...record, ...credits } });
  await addSource(source('digest'), [digested], undefined, db);
  await addSource(source('library.bib'), [credited(digested), credited(imported)], undefined, db);
  const papers = await db.papers.bulkGet([digested.paperId, imported.paperId]);
  expect(papers.map((paper) => paper?.year)).toEqual([2021, 2021]);
  const keys = citationKeys(await asFirstSaid(papers as never, db));
  expect([keys.get(digested.paperId), keys.get(imported.paperId)]).toEqual(['titlePaper', 'song2021another']);
  await db.delete();
});
