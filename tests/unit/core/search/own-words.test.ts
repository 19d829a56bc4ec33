import { beforeEach, describe, expect, it } from 'vitest';
import { blankEntry, type ReadingListEntry } from '../../../../lib/core/model/entry.ts';
import { markWords } from '../../../../lib/core/search/highlight-terms.ts';
import { OwnWords } from '../../../../lib/core/search/own-words.ts';

const entry = (paperId: string, note: string, tags: string[] = []): ReadingListEntry => ({
  ...blankEntry(paperId),
  note,
  tags,
  deletedAt: null,
});
const titles: Record<string, string> = { a: 'Latent Diffusion', b: 'Sparse Attention', c: 'Neural Metamorphosis' };
const list = [
  entry('a', 'The zebrafish baseline is wrong: see Low-Rank tables.', ['To cite', 'C++']),
  entry('b', 'この基準線は間違っている。', ['日本語', '🔥']),
  entry('c', 'L’hypothèse de départ', ['C#']),
];

describe('What the reader wrote', () => {
  let own: OwnWords;
  const update = (entries: ReadingListEntry[]): Promise<boolean> =>
    own.update(
      entries,
      (id) => titles[id],
      () => Promise.resolve(),
    );
  const found = (query: string): string[] => [...own.search(query).keys()];
  beforeEach(async () => {
    own = new OwnWords();
    await update(list);
  });

  it.each<[query: string, ids: string[]]>([
    ['zebrafish', ['a']],
    ['ZEBRAF', ['a']],
    ['baseline zebrafish', ['a']],
    ['latent zebrafish', ['a']],
    ['zebrafihs', ['a']],
    ['low rank', ['a']],
    ['to cite', ['a']],
    ['c++', ['a']],
    ['🔥', ['b']],
    ['日本語', ['b']],
    ['基準', ['b']],
    ['線', ['b']],
    ['間違っている', ['b']],
    ['hypothese', ['c']],
    ['zebrafish attention', []],
    ['latent diffusion', []],
    ['準基', []],
    ['', []],
  ])('is found by %j', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it.each([
    ['zebrafish', 'The zebrafish baseline', ['zebrafish']],
    ['ZEBRAF', 'The zebrafish baseline', ['zebrafish']],
    ['基準', 'この基準線は', ['基準']],
  ])('has the words of %j marked', (query, text, marked) => {
    const [words = []] = [...own.search(query).values()];
    const pieces = markWords(text, words).filter((piece) => piece.marked);
    expect(pieces.map((piece) => piece.text)).toEqual(marked);
  });

  it('is found in notes alone where notes are asked for, by words or phrase', () => {
    expect(own.notesWith('zebraf base', false)).toEqual(['a']);
    expect(own.notesWith('cite', false)).toEqual([]);
    expect(own.notesWith('latent', false)).toEqual([]);
    expect(own.notesWith('baseline is', true)).toEqual(['a']);
    expect(own.notesWith('baseline i', true)).toEqual([]);
    expect(own.notesWith('is baseline', true)).toEqual([]);
    expect(own.notesWith('基準線', true)).toEqual(['b']);
  });

  it('is updated as entries are written, renamed and removed', async () => {
    expect(await update(list)).toBe(false);
    expect(await update([entry('a', 'A giraffe.'), ...list.slice(1)])).toBe(true);
    expect([found('zebrafish'), found('giraffe'), found('to cite')]).toEqual([[], ['a'], []]);
    expect(await update(list.slice(1))).toBe(true);
    expect(found('giraffe')).toEqual([]);
    expect(await update([entry('a', 'A giraffe again.'), ...list.slice(1)])).toBe(true);
    expect(found('giraffe')).toEqual(['a']);
  });

  it('is as the last update says, though an earlier one was still running', async () => {
    const many = Array.from({ length: 100 }, (_, i) => entry(`p${i}`, 'an older text'));
    const newer = many.map(({ paperId }) => entry(paperId, 'a newer text'));
    await Promise.all([update(many), update(newer)]);
    expect(found('older')).toHaveLength(0);
    expect(found('newer')).toHaveLength(100);
  });
});
