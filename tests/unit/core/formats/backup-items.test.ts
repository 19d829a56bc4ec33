import { expect, it } from 'vitest';
import { writeBackup } from '../../../../lib/core/backup/backup.ts';
import { detectFormat } from '../../../../lib/core/formats/detect-format.ts';
import { readJson } from '../../../../lib/core/formats/json-reader.ts';
import { entryOf, paperOf } from '../../../fixtures/exported-papers.ts';

it('a backup gives its papers with all that is said of them, and what the reader made of those on the list', () => {
  const [plainly, said] = [
    paperOf('A Plain Paper', { digestIds: ['a'] }),
    paperOf('A Paper of Which All Is Said', {
      abstract: 'All of it.',
      authors: [{ family: 'Song', given: 'Yang' }, { family: 'Google Research' }],
      year: 2021,
      venue: 'ICLR',
      type: 'conference',
      said: { arxiv: '2406.01234', acl: '2023.acl-long.1' },
      known: { arxiv: '2406.01234', openreview: 'rJl-b3RcF7' },
      links: ['https://a.org/b'],
      codeLinks: ['https://boyuan.space/diffusion-forcing/'],
      keywords: ['gan, wide'],
    }),
  ];
  const text = writeBackup({
    at: 0,
    entries: [
      entryOf({ paperId: said.id, status: 'read', tags: ['to cite'], note: 'Good.' }),
      entryOf({ paperId: plainly.id, deletedAt: 1 }),
    ],
    digests: [{ id: 'a', name: 'A', date: null, source: 'file', paperIds: [plainly.id] }],
    papers: [plainly, said],
    known: [{ id: '0123456789abcdef', learned: [] }],
    records: [{ sourceId: 'a', paperId: said.id, record: { title: 'A Paper of Which All Is Said' } }],
    settings: { sites: [{ title: 'none' }] },
  });
  expect(detectFormat(text)).toBe('backup');
  const reader = readJson('backup');
  expect([...reader.read(text), ...reader.end()]).toEqual([
    { kind: 'record', line: expect.any(Number), record: { title: 'A Plain Paper' } },
    {
      kind: 'record',
      line: expect.any(Number),
      record: {
        title: 'A Paper of Which All Is Said',
        abstract: 'All of it.',
        authors: [{ family: 'Song', given: 'Yang' }, { family: 'Google Research' }],
        year: 2021,
        venue: 'ICLR',
        type: 'conference',
        ids: { arxiv: '2406.01234', acl: '2023.acl-long.1', openreview: 'rJl-b3RcF7' },
        links: ['https://a.org/b'],
        codeLinks: ['https://boyuan.space/diffusion-forcing/'],
        keywords: ['gan, wide'],
      },
      own: { status: 'read', tags: ['to cite'], note: 'Good.' },
    },
  ]);
});
