import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { DigestError } from '../../../lib/core/digests/parse-digest.ts';

describe('the bundle of the five digests', () => {
  const seeds = resolve(import.meta.dirname, '../../../seeds');
  const { catalogue, fingerprint } = bundleDigests(seeds);

  it('has 339 entries', () => {
    expect(catalogue.digests.map(({ paperIds }) => paperIds.length)).toEqual([23, 94, 64, 70, 88]);
    expect(catalogue.digests.map(({ date }) => date)).toEqual(['Mar 12', null, 'Mar 12', 'Mar 11', 'Mar 13']);
    expect(catalogue.digests.every(({ source }) => source === 'bundled')).toBe(true);
  });

  it('has 290 papers: 248 in one digest, 36 in two, 5 in three, 1 in four', () => {
    expect(catalogue.papers).toHaveLength(290);
    const inDigests = (count: number): number =>
      catalogue.papers.filter(({ digestIds }) => digestIds.length === count).length;
    expect([1, 2, 3, 4, 5].map(inDigests)).toEqual([248, 36, 5, 1, 0]);
    const most = catalogue.papers.find(({ digestIds }) => digestIds.length === 4);
    expect(most?.title).toBe('EpiGRAF: Rethinking training of 3D GANs');
  });

  it('has names that distinguish the digests', () => {
    const names = catalogue.digests.map(({ name }) => name);
    expect(new Set(names).size).toBe(5);
    for (const [i, { date }] of catalogue.digests.entries()) {
      expect(names[i]).toMatch(new RegExp(`^${date ? `${date} · ` : ''}\\d+ papers · [^\\d]+$`));
    }
  });

  it('is the same in every build', () => {
    expect(bundleDigests(seeds)).toEqual({ catalogue, fingerprint });
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('bundleDigests', () => {
  const abstract = 'This abstract is long enough to be taken for an abstract by a parser. '.repeat(4).trim();
  const good = `Some Title\n${abstract}\n`;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'digests-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const write = (file: string, text: string | Uint8Array): void => writeFileSync(join(folder, file), text);

  it('reads the text files in the order of their names', () => {
    write('b.txt', good);
    write('a.txt', good.replace('Some', 'Other'));
    write('notes.md', 'no digest');
    const { catalogue } = bundleDigests(folder);
    expect(catalogue.digests.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(catalogue.papers.map(({ title }) => title)).toEqual(['Other Title', 'Some Title']);
  });

  it('has another fingerprint when a digest has changed', () => {
    write('a.txt', good);
    const before = bundleDigests(folder).fingerprint;
    write('a.txt', good.replace('parser', 'reader'));
    expect(bundleDigests(folder).fingerprint).not.toBe(before);
  });

  it.each<[what: string, content: string | Uint8Array, reason: string]>([
    ['an empty file', '', '1: is empty'],
    ['an odd number of lines', `${good}Lone Title\n`, '3: the last title has no abstract: "Lone Title"'],
    [
      'an abstract where a title should be',
      `${abstract}${abstract}\n`,
      '1: expected a title, found an abstract: "This abstract is long enough to be taken for an abstract by …"',
    ],
    [
      'a binary file',
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00),
      '1: is not text: save the digest as plain UTF-8 text',
    ],
    [
      'Latin-1',
      Buffer.from(good.replace('Some', 'Né'), 'latin1'),
      '1: is not text: save the digest as plain UTF-8 text',
    ],
  ])('names the file, the line and the reason for %s', (_, content, reason) => {
    write('a.txt', good);
    write('b.txt', content);
    expect(() => bundleDigests(folder)).toThrow(
      new DigestError(join(folder, 'b.txt'), Number(reason.split(':')[0]), reason.replace(/^\d+: /, '')),
    );
  });

  it('refuses a folder without digests', () => {
    expect(() => bundleDigests(folder)).toThrow(`${folder} holds no digests`);
  });
});
