/** Backups and items of the sync as nobody would wish for. */
import { type Backup, writeBackup } from '../../lib/core/backup/backup.ts';
import { blankEntry, type ReadingListEntry } from '../../lib/core/model/entry.ts';
import type { LearnedId } from '../../lib/core/model/paper.ts';
import { paperIdOf } from '../../lib/core/model/paper-id.ts';
import { nextStamp } from '../../lib/core/model/stamp.ts';
import { type Items, readItems } from '../../lib/core/sync/items.ts';
import { pack } from '../../lib/core/sync/pack.ts';
import type { Chance } from './random.ts';

/** The time at which all of this happens. */
export const NOW = Date.UTC(2026, 10, 1);

const NUMBERS = [
  0,
  -0,
  1,
  1.5,
  -1,
  1e300,
  -1e300,
  5e-324,
  8.64e15,
  8.65e15,
  -8.65e15,
  2 ** 53,
  NOW + 1e12,
  1e308,
  -1e308,
];
const PIECES = [
  'a',
  'word ',
  '- ',
  '  - ',
  '> ',
  '1. ',
  '\n',
  '\n\n',
  '\t',
  '`',
  '```\n',
  '*',
  '_',
  'a_',
  '~~',
  '[',
  '](',
  '![a](http://b.c/d)',
  '<!--',
  '<b>',
  '</select>',
  '&lt;',
  '&',
  '\\',
  '{',
  '}',
  '$',
  '%',
  '#',
  '^',
  '~',
  '|',
  '---\n',
  '=',
  '+1',
  '@SUM(1)',
  '＝1',
  "'",
  '"',
  '``',
  "''",
  '@misc{a,\n',
  'ER  - \n',
  'TY  - JOUR\n',
  'http://a.b/',
  'https://x.y?z=1&w',
  'javascript:alert(1)',
  'data:text/html,x',
  'a.b+',
  '@x.y',
  'é',
  'ß',
  '你',
  '😀',
  '\ud800',
  '\u202e',
  '\u200b',
  '\0',
  '\x1b',
  '\u2028',
  '日本語ー',
  'ﬁ',
];
const ADDRESSES = [
  'https://a.org/x',
  'http://a.org',
  'https://a.org@evil.org/',
  'javascript:alert(1)',
  'https://',
  'https://a b',
  '//a.org',
  'https://a.org\\@evil.org',
];
const IDS = [
  '2406.01234',
  'cs/0112017',
  '../../../evil?x#y',
  '10.1145/1',
  '10.1000/a}b',
  '10.1000/\ud800',
  'rJl-b3RcF7',
  '"><script>',
  '__proto__',
  '',
  ' ',
];

/** A text: of a few pieces, of one over and over, or of lists in lists. */
export function hostileText(chance: Chance): string {
  const kind = chance.below(10);
  if (kind === 0) return chance.of(PIECES).repeat(1 + chance.below(20_000));
  if (kind === 1) {
    const depth = chance.below(200);
    return Array.from({ length: depth }, (_, i) => `${'  '.repeat(i)}- ${chance.of(PIECES)}`).join('\n');
  }
  if (kind === 2) return `${chance.of(PIECES)}${chance.of(PIECES)}`.repeat(chance.below(5_000));
  return Array.from({ length: chance.below(40) }, () => chance.of(PIECES)).join('');
}

function stampOf(chance: Chance): string {
  return chance.onceIn(4) ? '' : nextStamp('', NOW - chance.below(1e9), chance.of(['a', 'b', 'here']));
}

function entryOf(chance: Chance, paperId: string): ReadingListEntry {
  return {
    ...blankEntry(paperId),
    status: chance.of(['to-read', 'reading', 'read'] as const),
    tags: Array.from({ length: chance.below(4) }, () => hostileText(chance).slice(0, 100)),
    note: hostileText(chance),
    position: chance.of(NUMBERS),
    addedAt: chance.onceIn(5) ? chance.of(NUMBERS) : NOW - chance.below(1e9),
    changedAt: NOW - chance.below(1e9),
    deletedAt: chance.onceIn(5) ? NOW : null,
    stamps: {
      presence: stampOf(chance),
      status: stampOf(chance),
      tags: stampOf(chance),
      note: stampOf(chance),
      position: stampOf(chance),
    },
  };
}

function learnedOf(chance: Chance): LearnedId[] {
  return Array.from({ length: chance.below(4) }, () => ({
    kind: chance.of(['arxiv', 'doi', 'openreview'] as const),
    id: chance.of(IDS),
    host: chance.onceIn(4) ? hostileText(chance).slice(0, 300) : 'arxiv.org',
    day: chance.of(['2026-11-01', 'never', '']),
    isProven: chance.onceIn(2),
  }));
}

/** The file of a backup: sound in its form, hostile in its texts, and often spoilt. */
export function hostileBackup(chance: Chance): string {
  const titles = Array.from({ length: 1 + chance.below(8) }, () =>
    hostileText(chance).slice(0, chance.onceIn(3) ? 9_000 : 200),
  );
  const ids = [...new Set(titles.map(paperIdOf))];
  const backup: Backup = {
    at: NOW,
    entries: ids.map((id) => entryOf(chance, id)),
    digests: [{ id: 'mine', name: hostileText(chance).slice(0, 500), date: null, source: 'file', paperIds: ids }],
    papers: ids.map((id) => ({
      id,
      title: titles.find((title) => paperIdOf(title) === id) as string,
      abstract: hostileText(chance).slice(0, 90_000),
      digestIds: ['mine'],
      codeLinks: chance.onceIn(3) ? [chance.onceIn(5) ? chance.of(ADDRESSES) : 'https://github.com/a/b'] : [],
      ...(chance.onceIn(3) && { learned: learnedOf(chance) }),
    })),
    known: [{ id: chance.of(ids), learned: learnedOf(chance) }],
    settings: { sync: true, mode: chance.of(['off', 'always', hostileText(chance)]), sitesOff: [hostileText(chance)] },
  };
  const file = JSON.parse(writeBackup(backup));
  for (let times = chance.onceIn(2) ? 0 : 1 + chance.below(3); times > 0; times--) spoil(file, chance);
  const text = JSON.stringify(file);
  if (chance.onceIn(12)) return text.slice(0, chance.below(text.length));
  if (chance.onceIn(12)) return text.replace('{', '{"__proto__": {"polluted": true}, ');
  return chance.onceIn(20) ? hostileText(chance) : text;
}

/** Items of the sync: a list that another machine packed, spoilt. */
export function hostileItems(chance: Chance): Items {
  const titles = new Map(
    Array.from({ length: 5 }, () => hostileText(chance).slice(0, 500)).map((title) => [paperIdOf(title), title]),
  );
  const entries = [...titles.keys()].map((id) => ({ ...entryOf(chance, id), addedAt: NOW - 5, position: 1 }));
  const { items } = pack(entries, titles, readItems({}));
  const copy = JSON.parse(JSON.stringify(items)) as Items;
  for (let times = chance.below(4); times > 0; times--) spoil(copy, chance);
  if (chance.onceIn(3)) {
    for (const [key, value] of Object.entries(copy)) {
      const text = JSON.stringify(value);
      if (!chance.onceIn(4)) continue;
      const at = chance.below(text.length);
      try {
        copy[key] = JSON.parse(text.slice(0, at) + chance.of(['0', ',', '-', 'z', '.', ' ']) + text.slice(at + 1));
      } catch {
        // It is no JSON any more, which the browser would not give.
      }
    }
  }
  return copy;
}

/** Puts something else in the place of a value, somewhere within. */
function spoil(value: unknown, chance: Chance): void {
  let place = value as Record<string, unknown>;
  for (;;) {
    const keys = Object.keys(place ?? {});
    if (keys.length === 0) return;
    const key = chance.of(keys);
    const inner = place[key];
    if (typeof inner === 'object' && inner !== null && !chance.onceIn(4)) {
      place = inner as Record<string, unknown>;
      continue;
    }
    if (chance.onceIn(5)) delete place[key];
    else place[key] = wrongValue(chance, inner);
    return;
  }
}

function wrongValue(chance: Chance, right: unknown): unknown {
  return chance.of([
    () => chance.of(NUMBERS),
    () => hostileText(chance),
    () => chance.of(IDS),
    () => null,
    () => [],
    () => ({ constructor: { prototype: { polluted: true } } }),
    () => [right, right],
    () => true,
  ])();
}
