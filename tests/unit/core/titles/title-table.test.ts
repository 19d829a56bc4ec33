import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import { fold } from '../../../../lib/core/text/fold.ts';
import { FoldedText } from '../../../../lib/core/text/folded-text.ts';
import { unitsOf } from '../../../../lib/core/text/hash.ts';
import { keyOf } from '../../../../lib/core/titles/title-key.ts';
import { buildTitleTable, capitalsHash, TitleTable } from '../../../../lib/core/titles/title-table.ts';
import { foldInto } from '../../../fixtures/fold-into.ts';

const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;
const paper = (title: string) => ({ id: paperIdOf(title), title });
const tableOf = (...titles: string[]): TitleTable => new TitleTable(buildTitleTable(titles.map(paper)));
const idsAt = (table: TitleTable, text: string): string[] =>
  table
    .titlesAt(foldInto(text, new FoldedText()), 0)
    .map(({ high, low }) => high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0'));

describe('buildTitleTable', () => {
  it('finds every one of the 290 titles by its beginning', () => {
    const table = new TitleTable(buildTitleTable(papers));
    expect(table.size).toBe(290);
    expect(table.longest).toBe(Math.max(...papers.map(({ title }) => fold(title).length)));
    for (const { id, title } of papers) {
      expect(table.longestWith(keyOf(unitsOf(fold(title))), undefined)).toBeGreaterThanOrEqual(fold(title).length);
      expect(idsAt(table, title)).toContain(id);
    }
  });

  it('takes at most 60 bytes a title for 290, and 35 for 10,000', () => {
    expect(buildTitleTable(papers).byteLength / 290).toBeLessThanOrEqual(60);
    const many = Array.from({ length: 10_000 }, (_, i) =>
      paper(`Generated Title Number ${i} of Ten Thousand: A Study`),
    );
    expect(buildTitleTable(many).byteLength / 10_000).toBeLessThanOrEqual(35);
  });

  it('leaves out titles that are too short to be recognised', () => {
    expect(tableOf('Fifteen letters', 'GAN', '').size).toBe(0);
    expect(tableOf('Seventeen letters').size).toBe(1);
  });

  it('leaves out a title of more letters than it can count', () => {
    expect(tableOf('x'.repeat(0x10000)).size).toBe(0);
    expect(tableOf('x'.repeat(0xffff)).longest).toBe(0xffff);
  });

  it.each([
    ['Neural Metamorphosis', true],
    ['Rolling Diffusion Models', true],
    ['Learning to See by Doing', true],
    ['Understanding Hyperparameterisation Gracefully', true],
    ['Learning to See in the Woods', true],
    ['Learning to See in the Forest', false],
  ])('knows that %j is an ordinary phrase: %s', (title, isShort) => {
    const [record] = tableOf(title).titlesAt(foldInto(title, new FoldedText()), 0);
    expect(record?.isShort).toBe(isShort);
  });

  it('lists the longest first of titles with one beginning', () => {
    const titles = [
      'Diffusion Models Beat',
      'Diffusion Models Beat GANs on Image Synthesis',
      'Diffusion Models Beat GANs',
      'Diffusion Models of Music',
    ];
    const table = tableOf(...titles);
    const expected = [titles[1], titles[2], titles[0]].map((title) => paperIdOf(title as string));
    expect(idsAt(table, `${titles[1]}!`)).toEqual(expected);
  });

  it('builds the same table for the same titles', () => {
    expect(buildTitleTable(papers)).toEqual(buildTitleTable(papers));
  });
});

describe('TitleTable', () => {
  it('of no titles holds nothing', () => {
    const table = tableOf();
    expect(table.size).toBe(0);
    expect(table.longest).toBe(0);
    expect(idsAt(table, 'anything at all that stands somewhere')).toEqual([]);
  });

  it('knows no title by a beginning that none has', () => {
    const table = new TitleTable(buildTitleTable(papers));
    for (let i = 0; i < 10_000; i++)
      expect(table.longestWith(keyOf(unitsOf(`w${i}ordfillerfiller`)), undefined)).toBe(0);
  });

  const whole = buildTitleTable(papers);
  it.each<[what: string, words: Uint32Array]>([
    ['nothing', new Uint32Array()],
    ['a version alone', whole.slice(0, 1)],
    ['zeros', new Uint32Array(1000)],
    ['less than all', whole.slice(0, -1)],
    ['more than all', Uint32Array.from([...whole, 0])],
    ['another version', Uint32Array.from(whole, (word, i) => (i === 0 ? word + 1 : word))],
    ['another size', Uint32Array.from(whole, (word, i) => (i === 1 ? word + 1 : word))],
    ['a size beyond all bounds', Uint32Array.from(whole, (word, i) => (i === 1 ? 0xffffffff : word))],
  ])('refuses %s', (_, words) => {
    expect(() => new TitleTable(words)).toThrow(new RangeError('not a title table'));
  });

  it('works with a copy of its words', () => {
    const copy = new Uint32Array(new Uint8Array(new Uint8Array(whole.buffer)).buffer);
    expect(new TitleTable(copy).size).toBe(290);
  });
});

describe('capitalsHash', () => {
  it('depends on letters and their case, and on nothing between them', () => {
    expect(capitalsHash('Neural  “Metamorphosis”')).toBe(capitalsHash('Neural Metamorphosis'));
    expect(capitalsHash('Neural metamorphosis')).not.toBe(capitalsHash('Neural Metamorphosis'));
    expect(capitalsHash('Ne\u0301ural')).toBe(capitalsHash('Néural'));
  });
});
