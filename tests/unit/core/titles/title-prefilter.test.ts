import { resolve } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import { fold } from '../../../../lib/core/text/fold.ts';
import { FoldedText } from '../../../../lib/core/text/folded-text.ts';
import { BLOCK_LENGTH } from '../../../../lib/core/titles/letter-stream.ts';
import { KEY_LETTERS } from '../../../../lib/core/titles/title-key.ts';
import { findTitles, scanTitles } from '../../../../lib/core/titles/title-scanner.ts';
import { buildTitleTable, TitleTable } from '../../../../lib/core/titles/title-table.ts';
import { foldInto } from '../../../fixtures/fold-into.ts';
import fc from '../../../fixtures/properties.ts';

/** Characters that were folded to see what they are. */
let foldedCharacters = 0;
vi.mock('../../../../lib/core/text/fold.ts', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../../../lib/core/text/fold.ts')>();
  return {
    ...original,
    foldOn: (text: string, from: number, to: number, out: FoldedText): number => {
      const reached = original.foldOn(text, from, to, out);
      foldedCharacters += reached - from;
      return reached;
    },
  };
});

const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;
const tableOf = (titles: readonly string[]): TitleTable =>
  new TitleTable(buildTitleTable(titles.map((title) => ({ id: paperIdOf(title), title }))));

const tex = String.raw;
const foreignTitles = [
  '확산 모델을 이용한 이미지 생성에 관한 연구',
  '拡散モデルによる画像生成のためのニューラルネットワーク',
  '基于扩散模型的图像生成方法研究与应用综述',
  'Νευρωνικά δίκτυα για τη σύνθεση εικόνων',
  'Диффузионные модели для генерации изображений',
  'نماذج الانتشار لتوليد الصور الطبيعية',
  'Größe und Œuvre: Straßen für æsthetische Modelle',
  tex`$\alpha$-Divergence and $\ell_p$ Norms for S$^{2}$FT++`,
  'PFGM++: Unlocking the Potential',
  '∞-Diff → Infinite Resolution with ½ of the ﬁeld',
];
const titles = [...papers.map(({ title }) => title), ...foreignTitles];

const codes = (letters: string, first: number): Map<string, string> =>
  new Map([...letters].map((letter, i) => [letter, String.fromCodePoint(first + i)]));
const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const withLetters = (map: Map<string, string>) => (text: string) => [...text].map((c) => map.get(c) ?? c).join('');
const circled = new Map([...codes(LATIN.slice(0, 26), 0x24b6), ...codes(LATIN.slice(26), 0x24d0)]);
const fullWidth = new Map([...codes(LATIN.slice(0, 26), 0xff21), ...codes(LATIN.slice(26), 0xff41)]);

/** Ways to write a title. */
const typographies: Record<string, (title: string) => string> = {
  plain: (title) => title,
  'lower case': (title) => title.toLowerCase(),
  capitals: (title) => title.toUpperCase(),
  decomposed: (title) => title.normalize('NFD'),
  composed: (title) => title.normalize('NFKC'),
  'mathematical bold': withLetters(codes(LATIN, 0x1d5d4)),
  'mathematical script': withLetters(codes(LATIN, 0x1d4d0)),
  'full width': withLetters(fullWidth),
  circled: withLetters(circled),
  'soft hyphens': (title) => title.replaceAll(/(?<=\p{L}{2})(?=\p{L}{2})/gu, '\u00ad'),
  'bold words of TeX': (title) => title.replaceAll(/[A-Za-z]+/g, tex`\textbf{$&}`),
  'bold words that lost their backslash': (title) => title.replaceAll(/(?<![\w\\])[A-Za-z]+/g, 'mathbf{$&}'),
  'braces of BibTeX': (title) => title.replaceAll(/[A-Z]/g, '{$&}'),
  dashes: (title) => title.replaceAll(' ', ' – '),
  'emoji between words': (title) => title.replaceAll(' ', ' 🎉 '),
  'no spaces': (title) => title.replaceAll(/ (?=[A-Z])/g, ''),
};

/** Pieces of text of all kinds. */
const fillers = [
  ...[
    '논문에서는 모델을',
    '확산',
    'ニューラル',
    'レビュー',
    'を読んだ。',
    '论文阅读',
    '深度',
    'Τα δίκτυα',
    'Модели',
    'نماذج ',
    'แบบจำลองๆ',
  ],
  ...[
    'नेटवर्क ',
    'רשת ',
    'ქართული',
    '한',
    'ー',
    '々',
    'ﾃﾞ',
    '㈱',
    '㌔',
    '①',
    '❶',
    '⑴',
    'ⓐ',
    '🄰',
    '🎉',
    '👩‍💻',
    '👍🏽',
    '🇰🇷',
  ],
  ...[
    '𠀀',
    '𝐀',
    '𝛼',
    '𝟙',
    '\ud835',
    '\udc00',
    '²',
    '¹',
    'ª',
    'ʰ',
    '₂',
    'ﬁ',
    'ß',
    'æ',
    'ŉ',
    'İ',
    '½',
    '™',
    '∞',
    '→',
    'ℓ',
    'α',
  ],
  ...[
    '{',
    '}',
    '\\',
    '+',
    '++',
    '\\n',
    'text{',
    tex`\textbf{`,
    'mathbf{',
    tex`\alpha`,
    tex`\to`,
    tex`\c{`,
    '$',
    '^',
    '_',
    '":{"',
    'x=>{',
  ],
  ...[
    ' ',
    '\n',
    '\u0000',
    '-',
    '. ',
    ', ',
    'a',
    'Z',
    '9',
    'in ',
    'Diffusion',
    'diffusion ',
    'Understanding Hallu',
    '"',
    '“',
    '»',
    '《',
  ],
];

const written = fc
  .tuple(fc.constantFrom(...titles), fc.constantFrom(...Object.keys(typographies)))
  .map(([title, name]) => (typographies[name] as (title: string) => string)(title));
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...fillers) },
  { weight: 2, arbitrary: written },
  { weight: 1, arbitrary: fc.tuple(written, fc.nat(60)).map(([title, length]) => title.slice(0, length)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const randomText = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

interface Place {
  paperId: string;
  start: number;
}

/**
 * Every place where the letters of a title are, from a word's edge to a word's edge, by looking at
 * each letter of the text.
 */
function findPlainly(text: string, known: readonly string[]): Place[] {
  const folded = foldInto(text, new FoldedText());
  const letters = String.fromCharCode(...folded.letters.subarray(0, folded.length));
  const places: Place[] = [];
  for (const [wanted, paperId] of new Map(known.map((title) => [fold(title), paperIdOf(title)]))) {
    if (wanted.length < KEY_LETTERS) continue;
    for (let i = letters.indexOf(wanted); i >= 0; i = letters.indexOf(wanted, i + 1)) {
      const start = folded.offsets[i] as number;
      const isFirst = i === 0 || folded.offsets[i - 1] !== start;
      if (isFirst && folded.isEdge(i) && folded.isEdge(i + wanted.length)) places.push({ paperId, start });
    }
  }
  return sorted(places);
}

const sorted = (places: Place[]): Place[] =>
  places
    .map(({ paperId, start }) => ({ paperId, start }))
    .sort((a, b) => a.start - b.start || (a.paperId < b.paperId ? -1 : 1));

describe('The prefilter turns away no title', () => {
  const all = tableOf(titles);

  it('that a search of all letters finds, in texts of all scripts', () => {
    let count = 0;
    fc.assert(
      fc.property(randomText, (text) => {
        const expected = findPlainly(text, titles);
        expect(sorted(findTitles(text, all))).toEqual(expected);
        count += expected.length;
      }),
      { numRuns: 800 },
    );
    expect(count).toBeGreaterThan(400);
  }, 60_000);

  it('whatever letters the titles of its catalogue have', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...titles), { minLength: 1, maxLength: 3 }),
        randomText,
        (some, text) => {
          const page = `${text} ${some[0]} ${text}`;
          expect(sorted(findTitles(page, tableOf(some)))).toEqual(findPlainly(page, some));
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('across the end of a block', () => {
    fc.assert(
      fc.property(written, fc.constantFrom(...fillers), fc.nat(120), (title, filler, back) => {
        const begin = filler.repeat(Math.ceil(BLOCK_LENGTH / filler.length)).slice(0, BLOCK_LENGTH - back);
        const text = `${begin} ${title}. ${filler.repeat(20)}`;
        expect(sorted(findTitles(text, all))).toEqual(findPlainly(text, titles));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it.each(Object.keys(typographies))('in %s', (name) => {
    const write = typographies[name] as (title: string) => string;
    const kept = papers.filter(({ title }) => fold(write(title)) === fold(title));
    expect(kept.length).toBeGreaterThan(250);
    for (const { id, title } of kept) {
      const ids = findTitles(`Read ${write(title)} now.`, all).map(({ paperId }) => paperId);
      expect(ids, write(title)).toContain(id);
    }
  });
});

describe('The prefilter takes linear time', () => {
  const LENGTH = 40_000;
  const table = tableOf(papers.map(({ title }) => title));
  const repeated = (text: string): string => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);
  beforeEach(() => {
    foldedCharacters = 0;
  });

  it.each([
    ['English', 'We present a method for diffusion models, which works well. '],
    ['Korean', '인공 신경망은 생물학의 신경망에서 영감을 얻은 알고리즘이다. '],
    ['Korean with words of English', '논문에서는 Diffusion 모델을 사용한다. '],
    ['Japanese', 'ニューラルネットワークは、コンピューターのモデルである。'],
    ['Chinese', '人工神经网络是一种数学模型，用于对函数进行估计。'],
    ['Arabic', 'الشبكات العصبية حسابيّة '],
    ['Thai', 'โครงข่ายประสาทเทียมต่างๆ '],
    ['emoji', 'nice 😀😂 paper 🚀🧪 '],
    ['superscripts', 'word¹ of² x³ noteª '],
    ['JSON', '{"id": 12, "tags": ["a","b\\n"], "nested": {"x": null}},'],
    ['code', 'if(b+c>d){return e[f]+"x"}for(h=0;h<i;h=h+1){j(h,{k:1})}'],
    ['Cyrillic', 'Искусственные нейронные сети — это модели. '],
  ])('folding nothing of %s', (_, text) => {
    expect(findTitles(repeated(text), table)).toEqual([]);
    expect(foldedCharacters).toBeLessThan(LENGTH / 100);
  });

  it.each([
    ['mathematical letters', typographies['mathematical bold']?.('We present a new method for models. ') ?? ''],
    ['LaTeX', tex`\section{On} Let $\alpha \in \mathbb{R}^d$ be \textbf{some} of $f_\theta(x)$ and \emph{it}. `],
    ['Greek', 'Τα νευρωνικά δίκτυα είναι ένα μοντέλο. '],
    ['Danish', 'Særlige æbler og øl på bordet, og Straße œuvre. '],
    ['flags and letters in squares', '🇰🇷🄰🄱 ok 🎉 '],
    ['names that end with a plus', 'C++ and a++ or g+; '],
    ['commands without a backslash', 'text{a} mathbf{b} '],
    ...[
      'text{',
      'textit{',
      tex`\textbf`,
      '\\',
      '{',
      '+',
      'a+',
      'α',
      'ﬁ',
      '∞',
      '𝐀',
      '²',
      '\ud835',
      'A',
      '🄰',
      'e\u0301',
    ].map((text) => [`nothing but ${JSON.stringify(text)}`, text]),
    ['a letter here and there', `α${' '.repeat(3000)}a${' '.repeat(3000)}`],
  ])('folding %s no more than a few times', (_, text) => {
    findTitles(repeated(text), table);
    expect(foldedCharacters).toBeLessThan(3 * LENGTH);
  });

  it('folding random texts only a few times, except what begins like a title', () => {
    const begun = 'Understanding Hallu';
    const pieces = fc.array(fc.constantFrom(...fillers.filter((filler) => filler !== begun)), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        foldedCharacters = 0;
        findTitles(repeated(parts.join('')), table);
        expect(foldedCharacters).toBeLessThan(5 * LENGTH);
      }),
      { numRuns: 100 },
    );
    // Each such place has to be looked at as far as the longest title that begins so.
    foldedCharacters = 0;
    findTitles(repeated(`${begun} `), table);
    expect(foldedCharacters).toBeLessThan(16 * LENGTH);
  }, 60_000);

  it('in blocks, after each of which it can stop and go on later', () => {
    const text = `${repeated('한국어 ')}${papers[0]?.title}`;
    const reached: number[] = [];
    const stop = scanTitles(text, table, false, (_, offset) => {
      reached.push(offset);
      return offset < 3 * BLOCK_LENGTH;
    });
    expect(reached).toEqual([BLOCK_LENGTH, 2 * BLOCK_LENGTH, 3 * BLOCK_LENGTH]);
    expect(stop).toEqual({ matches: [], reached: 3 * BLOCK_LENGTH });
    expect(scanTitles(text, table, false, () => true).matches).toHaveLength(1);
  });
});
