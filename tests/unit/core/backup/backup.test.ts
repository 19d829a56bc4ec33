import { describe, expect, it } from 'vitest';
import { whyNotRead } from '../../../../components/backup/restore-sentences.ts';
import { type Backup, backupName, catalogueForBackup, writeBackup } from '../../../../lib/core/backup/backup.ts';
import { BackupError, readBackup } from '../../../../lib/core/backup/read-backup.ts';
import type { ReadingListEntry } from '../../../../lib/core/model/entry.ts';
import { blankEntry } from '../../../../lib/core/model/entry.ts';
import type { Digest, LearnedId, Paper } from '../../../../lib/core/model/paper.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import { nextStamp } from '../../../../lib/core/model/stamp.ts';
import fc from '../../../fixtures/properties.ts';

const NOW = 1_800_000_000_000;
const TITLE = 'A Paper of the Reader’s Own';
const ID = paperIdOf(TITLE);
const stamp = (time: number, node = 'here'): string => nextStamp('', time, node);

const entry = (paperId: string, change: Partial<ReadingListEntry> = {}): ReadingListEntry => ({
  ...blankEntry(paperId),
  addedAt: 1,
  changedAt: NOW,
  deletedAt: null,
  ...change,
});
const paper = (id: string, ...digestIds: string[]): Paper => ({
  id,
  title: id,
  abstract: '',
  digestIds,
  codeLinks: [],
});
const digest = (id: string, source: Digest['source'], ...paperIds: string[]): Digest => ({
  id,
  name: id,
  date: null,
  source,
  paperIds,
});

const arxiv: LearnedId = { kind: 'arxiv', id: '2406.01234', host: 'arxiv.org', day: '2026-11-28', isProven: true };
const hearsay: LearnedId = { kind: 'doi', id: '10.1145/x', host: 'blog.example', day: '2026-11-29', isProven: false };

const backup: Backup = {
  at: NOW,
  entries: [
    entry(ID, {
      status: 'read',
      tags: ['a', '__proto__'],
      note: 'ünï\n"quoted" \u2028 \uFFFD \0 \ud800',
      position: -1.5,
    }),
    entry('00000000000000a2', { deletedAt: 7, stamps: { ...blankEntry('').stamps, presence: stamp(7) } }),
  ],
  digests: [digest('mine', 'file', ID)],
  papers: [
    {
      ...paper(ID, 'mine'),
      title: TITLE,
      codeLinks: ['https://a.org/x'],
      known: { arxiv: '2406.01234' },
      learned: [arxiv, hearsay],
    },
  ],
  known: [{ id: '00000000000000a3', learned: [{ ...hearsay, host: null, day: null }] }],
  settings: { mode: 'off', sitesOff: ['a.org'] },
};

/** The backup's file with something else in it. */
// biome-ignore lint/suspicious/noExplicitAny: a file that is changed at will has no type
const spoilt = (spoil: (file: any) => void): string => {
  const file = JSON.parse(writeBackup(backup));
  spoil(file);
  return JSON.stringify(file);
};
const why = (text: string): string => {
  try {
    readBackup(text, NOW);
  } catch (error) {
    if (error instanceof BackupError) return whyNotRead(error.problem);
    throw error;
  }
  return 'read';
};

describe('a backup', () => {
  it('is read as it was written', () => {
    expect(readBackup(writeBackup(backup), NOW)).toEqual(backup);
  });

  it('is read with the byte order mark and line endings that editors add', () => {
    expect(readBackup(`\uFEFF${writeBackup(backup).replaceAll('\n', '\r\n')}\r\n`, NOW)).toEqual(backup);
  });

  it('is named after its day', () => {
    expect(backupName(new Date(2026, 2, 4, 23, 59).getTime())).toBe('paperlight-2026-03-04.json');
  });

  it('reads entries without stamps as those of the first database version', () => {
    const read = readBackup(
      spoilt(({ entries }) => delete entries[0].stamps),
      NOW,
    );
    expect(new Set(Object.values(read.entries[0]?.stamps ?? {}))).toEqual(new Set([stamp(NOW, 'v1')]));
  });

  it('does not let a stamp from the far future win for ever', () => {
    const text = spoilt(({ entries }) => {
      Object.assign(entries[0].stamps, {
        note: 'zzzzzzzzzzzzz-evil',
        status: stamp(NOW),
      });
    });
    expect(readBackup(text, NOW).entries[0]?.stamps).toMatchObject({ note: stamp(NOW, 'v1'), status: stamp(NOW) });
  });

  it('has one entry per paper, though the file repeats some', () => {
    const twice = entry(ID, { note: 'later', stamps: { ...blankEntry('').stamps, note: stamp(9) } });
    const read = readBackup(
      spoilt(({ entries }) => entries.push(twice)),
      NOW,
    );
    expect(read.entries.map(({ paperId }) => paperId)).toEqual([ID, '00000000000000a2']);
    expect(read.entries[0]).toMatchObject({ status: 'read', note: 'later' });
  });

  it('leaves out papers whose ids are those of other titles, and counts them', () => {
    const text = spoilt(({ papers }) => papers.push({ ...papers[0], id: '00000000000000b1' }));
    expect(readBackup(text, NOW)).toEqual({ ...backup, misnamed: 1 });
  });

  it.each([
    ['arxiv', '../../../evil?x#y'],
    ['arxiv', '2406.01234}, note = {x'],
    ['doi', 'javascript:alert(1)'],
    ['doi', `10.1000/${'x'.repeat(500)}`],
    ['openreview', '"><script>'],
  ])('leaves out an id that has not the form of one: %s %s', (name, id) => {
    const text = spoilt(({ papers, known }) => {
      papers[0].known = { arxiv: '2406.01234', [name]: id };
      papers[0].learned = [arxiv, { ...hearsay, kind: name, id }];
      known[0].learned = [{ ...hearsay, kind: name, id }];
      known.push({ id: ID, known: { [name]: id } });
    });
    const { papers, known } = readBackup(text, NOW);
    expect(papers[0]).toMatchObject({ known: { arxiv: '2406.01234' }, learned: [arxiv] });
    expect(known.map(({ learned }) => learned)).toEqual([[], []]);
  });

  it('replaces dates out of range by now', () => {
    const text = spoilt(({ entries }) => {
      Object.assign(entries[0], { addedAt: 1e300, changedAt: -8.65e15 });
      Object.assign(entries[1], { deletedAt: 9e15 });
    });
    const [first, second] = readBackup(text, NOW).entries;
    expect([first?.addedAt, first?.changedAt, second?.deletedAt]).toEqual([NOW, NOW, NOW]);
  });

  it('is not misled by fields that objects inherit', () => {
    const text = writeBackup(backup).replace('"format"', '"__proto__": {"format": "x", "polluted": 1}, "format"');
    expect(readBackup(text, NOW)).toEqual(backup);
    const hidden = JSON.stringify({ __proto__: null }).replace('{', `{"__proto__": ${writeBackup(backup)}`);
    expect(why(hidden)).toMatch(/^This is not a backup of Paperlight/);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('a file that is no backup', () => {
  it.each([
    [
      'an empty file',
      ' \n',
      'The file is empty. Choose a file that Paperlight has saved; its name begins with “paperlight-”.',
    ],
    ['a picture', '\x89PNG\r\n\x1a\n\0\0\0', 'This is not a file of text.'],
    ['a page', '<!doctype html>', 'The file is not in JSON'],
    ['other JSON', '{"format": "zotero"}', 'This is not a backup of Paperlight.'],
    ['a list', '[1, 2]', 'This is not a backup of Paperlight.'],
    [
      'a file that was cut off',
      writeBackup(backup).slice(0, 300),
      'The file ends in the middle: it was not saved completely.',
    ],
    [
      'one of a newer version',
      spoilt((file) => Object.assign(file, { version: 2 })),
      'This backup was made by a newer version of Paperlight (its format is 2, and this version reads 1). Update the extension, then restore it.',
    ],
    [
      'one of no version',
      spoilt((file) => Object.assign(file, { version: 'x' })),
      'The backup is damaged: “version” should be 1.',
    ],
    ['a list that is none', spoilt((file) => Object.assign(file, { entries: {} })), '“entries” should be a list.'],
    [
      'an unknown status',
      spoilt(({ entries }) => Object.assign(entries[1], { status: 'red' })),
      '“entries[1].status” should be to-read, reading or read.',
    ],
    [
      'a place that is no number',
      spoilt(({ entries }) => Object.assign(entries[0], { position: '1' })),
      '“entries[0].position” should be a number.',
    ],
    [
      'an id from elsewhere',
      spoilt(({ entries }) => Object.assign(entries[0], { paperId: '__proto__' })),
      '“entries[0].paperId” should be the id of a paper.',
    ],
    [
      'a stamp that is none',
      spoilt(({ entries }) => Object.assign(entries[0].stamps, { note: 'now' })),
      '“entries[0].stamps.note” should be a time stamp.',
    ],
    [
      'a link that runs',
      spoilt(({ papers }) => Object.assign(papers[0], { codeLinks: ['javascript:alert(1)'] })),
      '“papers[0].codeLinks[0]” should be an https address.',
    ],
    [
      'a link that hides its host',
      spoilt(({ papers }) => Object.assign(papers[0], { codeLinks: ['https://github.com@evil.org/x'] })),
      '“papers[0].codeLinks[0]” should be an https address.',
    ],
    ['a time that is in no calendar', spoilt((file) => Object.assign(file, { at: 1e300 })), '“at” should be a date.'],
    [
      'an abstract that nobody wrote',
      spoilt(({ papers }) => Object.assign(papers[0], { abstract: 'x'.repeat(100_001) })),
      '“papers[0].abstract” should be no longer than 100,000 characters.',
    ],
    ['a BibTeX export', '@misc{a,\n  title = {A},\n}', 'This is an export, not a backup.'],
    ['a RIS export', 'TY  - GEN\r\nTI  - A\r\nER  - \r\n', 'This is an export, not a backup.'],
    ['a CSL export', '[\n  {\n    "id": "a",\n    "type": "document"\n  }\n]', 'This is an export, not a backup.'],
    ['a CSL export of nothing', '[]', 'This is an export, not a backup.'],
    ['a Markdown export', '- [ ] [A](https://a.org)\n', 'This is an export, not a backup.'],
    ['a CSV export', '\uFEFFkey,title,status,tags\r\n', 'This is an export, not a backup.'],
    [
      'a paper twice',
      spoilt(({ papers }) => papers.push(papers[0])),
      '“papers[1].id” should be different from those before.',
    ],
  ])('is refused with words: %s', (_, text, words) => {
    expect(why(text)).toContain(words);
  });

  it('always ends in a BackupError, however it is cut or changed', () => {
    const whole = writeBackup(backup).trim();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.string({ maxLength: 3 }), (at, noise) => {
        why(whole.slice(0, at) + noise);
        expect(why(whole.slice(0, at))).not.toBe('read');
        why(whole.slice(0, at) + noise + whole.slice(at + 1));
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.json(), (text) => why(text) !== 'read'));
  });
});

describe('what pages have taught, in a backup', () => {
  const learnedIn = (change: (paper: Record<string, unknown>) => void) => {
    const [paper] = readBackup(
      spoilt((file) => change(file.papers[0])),
      NOW,
    ).papers;
    return { known: paper?.known, learned: paper?.learned };
  };

  it('is hearsay if the file’s version did not note where it is from', () => {
    const old = learnedIn((paper) => {
      paper.known = { arxiv: '2406.01234', doi: '10.1145/x"><script>' };
      delete paper.learned;
    });
    expect(old).toEqual({ known: undefined, learned: [{ ...arxiv, host: null, day: null, isProven: false }] });
  });

  it('is a fact only where the host that the file names could have proven it', () => {
    for (const host of ['evil.example', 'http://arxiv.org', 'arxiv.org.evil.example', null, 7]) {
      const { known, learned } = learnedIn((paper) => {
        paper.learned = [{ ...arxiv, host }];
      });
      expect(known).toBeUndefined();
      expect(learned).toMatchObject([{ id: '2406.01234', isProven: false }]);
    }
  });

  it('is left out if malformed, and `known` is never trusted', () => {
    const bad = [{ ...arxiv, id: '../../evil' }, { ...hearsay, id: '10.1145/..%2f' }, null, 'x', { kind: '__proto__' }];
    expect(
      learnedIn((paper) => {
        paper.known = { doi: '10.6666/evil' };
        paper.learned = bad;
      }),
    ).toEqual({ known: undefined, learned: undefined });
  });
});

describe('catalogueForBackup', () => {
  it('takes what did not come with the extension, and the papers of the list', () => {
    const papers = [
      paper('p1', 'bundled'),
      { ...paper('p2', 'bundled'), learned: [hearsay] },
      paper('p3', 'bundled', 'mine'),
      paper('p4'),
      paper('p5', 'gone'),
    ];
    const digests = [digest('bundled', 'bundled', 'p1', 'p2', 'p3'), digest('mine', 'page', 'p3')];
    const taken = catalogueForBackup([entry('p1')], papers, digests);
    expect(taken.papers.map(({ id }) => id)).toEqual(['p1', 'p3', 'p4', 'p5']);
    expect(taken.digests.map(({ id }) => id)).toEqual(['mine']);
    expect(taken.known).toEqual([{ id: 'p2', learned: [hearsay] }]);
  });
});
