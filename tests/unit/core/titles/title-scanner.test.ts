import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import { EDGE } from '../../../../lib/core/titles/mention-context.ts';
import { KEY_LETTERS } from '../../../../lib/core/titles/title-key.ts';
import { findTitles, leftmostLongest } from '../../../../lib/core/titles/title-scanner.ts';
import { buildTitleTable, TitleTable } from '../../../../lib/core/titles/title-table.ts';
import fc from '../../../fixtures/properties.ts';

const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;
const all = new TitleTable(buildTitleTable(papers));
const tableOf = (titles: string[]): TitleTable =>
  new TitleTable(buildTitleTable(titles.map((title) => ({ id: paperIdOf(title), title }))));
const found = (text: string, titles: string[]): string[] =>
  findTitles(text, tableOf(titles)).map(({ start, end }) => text.slice(start, end));

const tex = String.raw;
const title = 'Gradient Prediction';

describe('findTitles', () => {
  it.each<[text: string, found: string[]]>([
    ['Gradient Prediction', ['Gradient Prediction']],
    ['See “gradient\n   PREDICTION”, 2024', ['gradient\n   PREDICTION']],
    ['On Gradient-Prediction.', ['Gradient-Prediction']],
    ['Gra\u00addient Pre\u200bdiction', ['Gra\u00addient Pre\u200bdiction']],
    ['equa Gra-\ndient Prediction', ['Gra-\ndient Prediction']],
    [tex`\emph{Gradient} \textbf{Prediction}!`, [tex`Gradient} \textbf{Prediction`]],
    ['Gradie\u0301nt Predictio\u0301n\u0301.', ['Gradie\u0301nt Predictio\u0301n\u0301']],
    ['GradientPrediction', ['GradientPrediction']],
    ['PredictionGradient PredictionGradient', ['Gradient Prediction']],
    ['Gradient PredictionGradient Prediction', ['Gradient Prediction', 'Gradient Prediction']],
    ['Gradient PredictionFire', ['Gradient Prediction']],
    ['gradient predictionFire', ['gradient prediction']],
    ['基于Gradient Prediction的', ['Gradient Prediction']],
    ['Gradient Prediction\u0000s', ['Gradient Prediction']],
    ['Gradient Predictions', []],
    ['Gradient Predictionx', []],
    ['Gradient Prediction2', []],
    ['Gradient Prediction+', []],
    ['Gradient Prediction++ works', []],
    ['Gradient Prediction + Search', ['Gradient Prediction']],
    ['xgradient Prediction', []],
    ['GRADIENT PREDICTIONX', []],
    ['Gradient of Prediction', []],
    ['Gradient Predictio', []],
    ['Gradient', []],
    ['', []],
  ])('finds in %j %j', (text, expected) => {
    expect(found(text, [title])).toEqual(expected);
  });

  it('finds titles with letters beyond the first 65,536 characters', () => {
    const rare = '𠮷野家𠀋𠮟の機械学習研究の方法';
    expect(found(`論文：${rare}。`, [rare])).toEqual([rare]);
  });

  it('finds nothing with an empty table', () => {
    expect(findTitles('Gradient Prediction', tableOf([]))).toEqual([]);
  });

  it('reports the facts that the mention rules need', () => {
    const long = 'Learning to See in the Very Dark';
    const table = tableOf([title, long]);
    const about = (text: string) =>
      findTitles(text, table).map(({ isShort, hasCapitals }) => ({ isShort, hasCapitals }));
    expect(about('Gradient Prediction')).toEqual([{ isShort: true, hasCapitals: true }]);
    expect(about('gradient prediction')).toEqual([{ isShort: true, hasCapitals: false }]);
    expect(about('GRADIENT PREDICTION')).toEqual([{ isShort: true, hasCapitals: false }]);
    expect(about(long)).toEqual([{ isShort: false, hasCapitals: true }]);
    expect(about(long.toLowerCase())).toEqual([{ isShort: false, hasCapitals: false }]);
  });

  it('finds all titles that begin at one place and those that begin within them, in order', () => {
    const titles = [
      'Diffusion Models Beat',
      'Diffusion Models Beat GANs',
      'Models Beat GANs Again',
      'Diffusion Models Beat GANs Again and Again',
    ];
    expect(found('Diffusion Models Beat GANs Again', titles)).toEqual([
      'Diffusion Models Beat GANs',
      'Diffusion Models Beat',
      'Models Beat GANs Again',
    ]);
  });

  it('finds a title in a text longer than any before', () => {
    const filler = 'nothing of the kind '.repeat(20_000);
    const [match, ...others] = findTitles(`${filler}${title}. ${filler}`, tableOf([title]));
    expect(match).toMatchObject({ start: filler.length, end: filler.length + title.length });
    expect(others).toEqual([]);
  });

  it('finds every one of the 290 titles in their own list, and nothing else', () => {
    const text = papers.map((paper) => paper.title).join('\n');
    const matches = leftmostLongest(findTitles(text, all));
    expect(matches.map(({ paperId }) => paperId)).toEqual(papers.map(({ id }) => id));
  });

  it('finds in abstracts what some say of themselves, and no other title', () => {
    const matches = papers.flatMap(({ id, abstract }) =>
      findTitles(abstract, all).map(({ paperId }) => ({ id, paperId })),
    );
    expect(matches).toHaveLength(10);
    for (const { id, paperId } of matches) expect(paperId).toBe(id);
  });
});

describe('leftmostLongest', () => {
  const span = (start: number, end: number) => ({ start, end });
  it.each<[spans: [number, number][], kept: [number, number][]]>([
    [[], []],
    [
      [
        [0, 5],
        [5, 9],
      ],
      [
        [0, 5],
        [5, 9],
      ],
    ],
    [
      [
        [0, 5],
        [0, 9],
        [5, 12],
      ],
      [[0, 9]],
    ],
    [
      [
        [0, 5],
        [4, 20],
        [5, 6],
      ],
      [
        [0, 5],
        [5, 6],
      ],
    ],
    [
      [
        [7, 9],
        [0, 3],
      ],
      [
        [0, 3],
        [7, 9],
      ],
    ],
    [
      [
        [0, 5],
        [0, 5],
      ],
      [[0, 5]],
    ],
  ])('of %j keeps %j', (spans, kept) => {
    expect(leftmostLongest(spans.map(([start, end]) => span(start, end)))).toEqual(
      kept.map(([start, end]) => span(start, end)),
    );
  });
});

describe('findTitles on random texts', () => {
  const words = ['diffusion', 'models', 'sparse', 'of', 'in', 'lora', 'net', 'modelsin'];
  const word = fc.constantFrom(...words, ...words.map((word) => word[0]?.toUpperCase() + word.slice(1)));
  const separator = fc.constantFrom(
    ' ',
    ' ',
    '-',
    '',
    '',
    ', ',
    '\n',
    '\u00ad',
    '\u200b',
    '\u0000',
    ': ',
    ' – ',
    '{',
    '} ',
  );
  const phrase = fc
    .array(fc.tuple(word, separator), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.flat().join(''));

  /**
   * Every stretch of whole words whose letters are those of a title. A capital begins a word even
   * where nothing stands before it.
   */
  function findPlainly(text: string, titles: string[]): { paperId: string; start: number; end: number }[] {
    const lettersOf = (part: string): string => part.replace(/[^A-Za-z]/g, '').toLowerCase();
    const tokens = [...text.matchAll(/[A-Z]?[a-z](?:[\u00ad\u200b]*[a-z])*/g)];
    const wanted = new Set(titles.map(lettersOf).filter((letters) => letters.length >= KEY_LETTERS));
    const matches = [];
    for (const [i, first] of tokens.entries()) {
      for (const last of tokens.slice(i)) {
        const end = last.index + last[0].length;
        const letters = lettersOf(text.slice(first.index, end));
        if (wanted.has(letters)) matches.push({ paperId: paperIdOf(letters), start: first.index, end });
      }
    }
    return matches;
  }

  it('finds what a plain search through all words and titles finds', () => {
    let count = 0;
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 12 }), fc.array(phrase, { maxLength: 12 }), (titles, text) => {
        const page = [...text, ...titles.slice(0, 2)].join(' ');
        const matches = findTitles(page, tableOf(titles)).map(({ paperId, start, end }) => ({ paperId, start, end }));
        const inOrder = (a: { start: number; end: number }, b: { start: number; end: number }): number =>
          a.start - b.start || a.end - b.end;
        const unique = [...new Map(matches.map((match) => [`${match.start} ${match.end}`, match])).values()];
        expect(unique.sort(inOrder)).toEqual(findPlainly(page, titles).sort(inOrder));
        count += unique.length;
      }),
      { numRuns: 2000 },
    );
    expect(count).toBeGreaterThan(1000);
  }, 60_000);

  /** Ways to write what stands between two words of a title. */
  const gap = fc.constantFrom(
    ' ',
    '  ',
    '\n',
    '\r\n\t ',
    '\u00a0',
    ' \u0000 ',
    '\u0000',
    ' {',
    '} ',
    '–',
    ' - ',
    '\u200b ',
    '\u2009',
  );
  const inside = fc.constantFrom('', '', '', '\u00ad', '\u200b', '\u200d');
  const style = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.toLowerCase(),
    (text) => text.normalize('NFD'),
    (text) => text.replaceAll('-', '\u2010').replaceAll("'", '’').replaceAll(':', ' —'),
  );
  const planted = fc.record({
    paper: fc.constantFrom(...papers),
    style,
    gaps: fc.array(gap, { minLength: 30, maxLength: 30 }),
    inside,
  });
  const filler = fc.constantFrom(
    '',
    'In this work, ',
    '[12] ',
    'Diffusion ',
    'Code for ',
    '深度',
    '“',
    '(2024). ',
    'Title:',
    '\u0000',
    '🙂',
  );

  function write({
    paper,
    style,
    gaps,
    inside,
  }: {
    paper: { title: string };
    style: (text: string) => string;
    gaps: string[];
    inside: string;
  }): string {
    return style(paper.title)
      .split(' ')
      .map((word) => word.replace(/(?<=^[a-z]{2})(?=[a-z]{3})/i, inside))
      .reduce((text, word, i) => text + gaps[i % gaps.length] + word);
  }

  it('finds titles in any typography, at the right places, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(filler, planted), { minLength: 1, maxLength: 4 }), (parts) => {
        let text = '';
        const expected: { paperId: string; text: string; start: number }[] = [];
        for (const [before, plant] of parts) {
          text += before;
          const written = write(plant);
          // A brace around a title, or a mark at its end, is none of its letters.
          const letters = written.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}\p{M}+]+$/u, '');
          expected.push({ paperId: plant.paper.id, text: letters, start: text.length + written.indexOf(letters) });
          text += `${written} . `;
        }
        const matches = leftmostLongest(findTitles(text, all));
        expect(matches.map(({ paperId, start, end }) => ({ paperId, text: text.slice(start, end), start }))).toEqual(
          expected,
        );
      }),
      { numRuns: 1500 },
    );
  }, 60_000);
});

describe('findTitles in text whose words may run together', () => {
  const startsIn = (text: string): number[] => findTitles(text, tableOf([title]), true).map(({ start }) => start);

  it.each<[text: string, starts: number[]]>([
    ['Gradient Prediction', [0]],
    ['See “gradient prediction”', [5]],
    ['ICMLGradient Prediction6.0', [4]],
    ['k9tGradient Predictionaccepted', [3]],
    ['2024gradient prediction.', [4]],
    ['Gradient PredictionGradient Prediction', [0, 19]],
    [tex`12\emph{Gradient} Prediction`, [8]],
    ['icmlgradient prediction', [4]],
    ['Gradient Predictio', []],
    ['Gradient of Prediction', []],
  ])('finds in %j titles at %j', (text, starts) => {
    expect(startsIn(text)).toEqual(starts);
  });

  it('finds all that stand apart in a text of many blocks, wherever they stand', () => {
    const table = tableOf([title]);
    for (let before = 16_350; before < 16_400; before++) {
      const text = `${'x '.repeat(before / 2)}${before % 2 ? '-' : ''}${title}${' y'.repeat(9000)}`;
      const start = text.indexOf(title);
      expect(startsIn(text)).toEqual([start]);
      expect(findTitles(text, table).map((match) => match.start)).toEqual([start]);
    }
  });

  it('finds all that stands apart where the edges of elements are kept', () => {
    const table = tableOf(papers.map((paper) => paper.title));
    const part = fc.oneof(
      fc.constantFrom(...papers).map((paper) => paper.title),
      fc.constantFrom(...papers).map((paper) => paper.title.toLowerCase()),
      fc.constantFrom('ICLR', 'poster', '12', ' ', '\n', 'α', '深度', 'm2m', '(2024)', 'a ', ' b', '{', '}'),
    );
    let count = 0;
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const apart = findTitles(parts.join(EDGE), table);
        const joined = findTitles(parts.join(''), table, true);
        const edgesBefore = (offset: number): number => parts.join(EDGE).slice(0, offset).split(EDGE).length - 1;
        const starts = joined.map(({ paperId, start }) => `${paperId} ${start}`);
        count += apart.length;
        expect(starts).toEqual(
          expect.arrayContaining(apart.map(({ paperId, start }) => `${paperId} ${start - edgesBefore(start)}`)),
        );
      }),
      { numRuns: 1000 },
    );
    expect(count).toBeGreaterThan(1000);
  });
});
