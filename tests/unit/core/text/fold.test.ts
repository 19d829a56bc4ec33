import { describe, expect, it } from 'vitest';
import { endOfCharacter, fold } from '../../../../lib/core/text/fold.ts';
import { FoldedText } from '../../../../lib/core/text/folded-text.ts';
import { cpuTime } from '../../../fixtures/cpu-time.ts';
import { foldInto } from '../../../fixtures/fold-into.ts';
import fc from '../../../fixtures/properties.ts';

const tex = String.raw;

const lettersOf = ({ letters, length }: FoldedText): string => String.fromCharCode(...letters.slice(0, length));

describe('fold', () => {
  it.each<[what: string, spellings: string[]]>([
    ['case', ['Neural Metamorphosis', 'NEURAL METAMORPHOSIS', 'neural metamorphosis']],
    [
      'white space',
      ['Neural Metamorphosis', 'NeuralMetamorphosis', ' Neural\n\t Metamorphosis ', 'Neural\u00a0Metamorphosis'],
    ],
    ['accents', ['Fréchet', 'Fre\u0301chet', 'Frechet', 'FRÉCHET', 'FRE\u0301CHET']],
    ['accents of TeX', ['Fréchet', tex`Fr\'echet`, tex`Fr\'{e}chet`, tex`Fr{\'e}chet`, tex`Fr{\'{e}}chet`]],
    ['other accents of TeX', ['Škoda çöå', tex`\v{S}koda \c{c}\"o\r{a}`, tex`\v Skoda \c c\"{o}\r a`]],
    ['letters that TeX names', ['øłıßæœ', tex`\o{}\l{}\i{}\ss{}\ae{}\oe`, 'ØŁIßÆŒ', 'olissaeoe']],
    ['ligatures', ['efficient finetuning', 'eﬃcient ﬁnetuning']],
    ['compatibility forms', ['GPT 4', 'ＧＰＴ ４', 'ＧＰＴ　④', 'ᴳᴾᵀ ⁴', 'GPT₄']],
    [
      'dashes',
      ['Tuning-Free', 'Tuning–Free', 'Tuning—Free', 'Tuning‑Free', 'Tuning−Free', 'tuning free', 'Tuning--Free'],
    ],
    ['quotes', ["Moore's “Law”", 'Moore’s "Law"', "Moore`s ``Law''", 'Moores «Law»', 'Moores Law']],
    ['soft hyphens', ['equations', 'equa\u00adtions', 'equa-\ntions']],
    [
      'zero-width characters',
      ['equations', 'equa\u200btions', 'equa\u200d\u200ctions', '\ufeffequations', 'equa\u2060tions'],
    ],
    ['punctuation', ['Split & Merge: a (new) Way?', 'Split Merge a new Way', 'Split/Merge, [a] new_Way!']],
    ['∞', [tex`$\infty$-Diff`, '∞-Diff', 'infty-Diff', tex`\infty-Diff`, tex`{$\infty$}-Diff`]],
    ['ℓ', ['ℓ_p', 'ell_p', tex`$\ell_p$`, tex`$\ell_{p}$`, 'ℓₚ', 'ℓp']],
    ['α', ['α-(de)Blending', 'alpha-(de)Blending', tex`$\alpha$-(de)Blending`, 'Α-(de)Blending', '𝛼-(de)Blending']],
    ['ε', ['ε-greedy', 'ϵ-greedy', 'epsilon-greedy', tex`$\epsilon$-greedy`, tex`$\varepsilon$-greedy`, '𝜀-greedy']],
    [
      'other variants of Greek letters',
      ['θφρςϖ', 'ϑϕϱσπ', tex`\vartheta\varphi\varrho\varsigma\varpi`, 'thetaphirhosigmapi'],
    ],
    ['upper-case Greek', ['Γ Ω', tex`\Gamma \Omega`, 'Gamma Ω']],
    ['micro and ohm signs', ['µ Ω', 'μ Ω', 'mu omega']],
    ['arrows', ['A → B', tex`A $\to$ B`, tex`A \rightarrow B`, 'A rightarrow B']],
    ['relations', ['≈ 2.5', '{approx} 2.5', tex`$\approx$ 2.5`]],
    ['superscripts', ['S²FT', 'S^{2}FT', tex`S$^{2}$FT`, tex`S$^2$FT`, tex`S\textsuperscript{2}FT`, 'S2FT']],
    [
      'font commands',
      ['Trans-LoRA', tex`\textit{Trans-LoRA}`, 'textit{Trans-LoRA}', tex`{\it Trans}-LoRA`, tex`\emph{Trans}-LoRA`],
    ],
    [
      'letters in mathematical type',
      ['ABC xyz', '𝐀𝐁𝐂 𝑥𝑦𝑧', '𝔸𝔹ℂ 𝗑𝗒𝗓', tex`\mathbb{ABC} \mathbf{xyz}`, 'mathbb{ABC} boldsymbol{xyz}'],
    ],
    ['braces', ['{DDSP}', 'DDSP', '{D}{D}{S}{P}', '{{DDSP}}']],
    ['signs of ownership', ['DeepFlow™ Net®', 'DeepFlow Net']],
    ['fractions', ['½', '1/2', '1⁄2']],
    ['Chinese beside Latin', ['基于Diffusion的图像', '基于 Diffusion 的图像', '基于「Diffusion」的图像']],
    ['Japanese', ['がガ', 'か\u3099カ\u3099', 'がｶﾞ']],
  ])('does not tell %s apart', (_, spellings) => {
    const folded = spellings.map(fold);
    expect(folded).toEqual(spellings.map(() => folded[0]));
    expect(folded[0]).not.toBe('');
  });

  it.each([
    ['PFGM++', 'PFGM'],
    ['PFGM++', 'PFGM+'],
    ['DREAM+: Matching', 'DREAM: Matching'],
    ['GPT-3', 'GPT-4'],
    ['S²FT', 'SFT'],
    ['∞-Diff', 'Diff'],
    ['α-Blending', 'β-Blending'],
    ['ℓ_p', 'ℓ_q'],
    [tex`context{x}`, 'con{x}'],
    ['深度', '深层'],
    ['が', 'は'],
    ['한국', '한글'],
  ])('tells %s and %s apart', (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });

  it('counts a plus as a letter only where it ends a name', () => {
    expect(fold('PFGM++: Unlocking')).toBe('pfgm++unlocking');
    expect(fold('A + B')).toBe('ab');
    expect(fold('A+B')).toBe('ab');
    expect(fold('A ++ B')).toBe('ab');
    expect(fold('C++11')).toBe('c11');
    expect(fold('Fré+ x'.normalize('NFD'))).toBe('fre+x');
    expect(fold('80%+ Top-1')).toBe('80top1');
    expect(fold('+ more')).toBe('more');
  });

  it('spells out symbols and commands', () => {
    expect(fold('S^{2}FT: Fréchet')).toBe('s2ftfrechet');
    expect(fold(tex`$\infty$-Diff`)).toBe('inftydiff');
    expect(fold('')).toBe('');
    expect(fold(' .,–"{}$^_\\\u0000')).toBe('');
    expect(fold('🙂')).toBe('');
  });

  it('keeps the text of a command that it does not know', () => {
    expect(fold(tex`\mathrm{d}x`)).toBe('dx');
    expect(fold(tex`\nosuchcommand{d}x`)).toBe('nosuchcommanddx');
    expect(fold('the text{ } context{x}')).toBe('thecontextx');
  });

  it('folds ASCII as it folds all text', () => {
    const text = fc.array(fc.oneof(fc.integer({ max: 0x7f }), fc.constantFrom(...'+\\{}$^_-')), { maxLength: 60 });
    fc.assert(
      fc.property(text, (units) => {
        const ascii = units.map((unit) => (typeof unit === 'number' ? String.fromCharCode(unit) : unit)).join('');
        expect(fold(ascii)).toBe(lettersOf(foldInto(ascii, new FoldedText())));
      }),
    );
  });

  it('reads lone surrogates as nothing', () => {
    expect(fold('a\ud835b')).toBe('ab');
    expect(fold('\udc00a\ud835')).toBe('a');
  });
});

describe('foldInto', () => {
  const offsetsOf = (text: string): number[] => {
    const folded = foldInto(text, new FoldedText());
    return [...folded.offsets.slice(0, folded.length)];
  };
  const wordsOf = (text: string): string[] => {
    const folded = foldInto(text, new FoldedText());
    const words: string[] = [];
    for (let i = 0; i < folded.length; i++) {
      if (i === 0 || folded.isEdge(i)) words.push('');
      words.push(words.pop() + String.fromCharCode(folded.letters[i] as number));
    }
    return words;
  };

  it.each<[text: string, offsets: number[]]>([
    ['a b', [0, 2]],
    ['ﬁx', [0, 0, 1]],
    ['∞', [0, 0, 0, 0, 0]],
    ['e\u0301x', [0, 2]],
    ['𝐀b', [0, 2]],
    [tex`\textit{T}x`, [8, 10]],
    ['textit{T}x', [7, 9]],
    [tex`\'ex`, [2, 3]],
  ])('knows where in %j each letter stands', (text, offsets) => {
    expect(offsetsOf(text)).toEqual(offsets);
  });

  it.each<[text: string, words: string[]]>([
    ['Neural Metamorphosis', ['neural', 'metamorphosis']],
    ['Tuning-Free', ['tuning', 'free']],
    ['of PredictionFire and', ['of', 'prediction', 'fire', 'and']],
    ['ResNet50Fire', ['res', 'net50', 'fire']],
    ['GANs ABC', ['gans', 'abc']],
    ['equa\u00adtions', ['equations']],
    ['e\u0301te\u0301', ['ete']],
    ['ÉtéÉté', ['ete', 'ete']],
    ['ÉtéÉté'.normalize('NFD'), ['ete', 'ete']],
    ['equa\u00adTions', ['equa', 'tions']],
    ['a\u0000b', ['a', 'b']],
    ['基于Deep的', ['基', '于', 'deep', '的']],
    ['S²FT', ['s2ft']],
    ['𝐃𝐞𝐞𝐩 CO₂', ['deep', 'co2']],
    ['Title¹ and', ['title', '1', 'and']],
    ['Title¹² Titleª.', ['title', '12', 'title', 'a']],
    ['Title²を読む', ['title', '2', 'を', '読', 'む']],
    ['²Title', ['2', 'title']],
    ['①Title②', ['1', 'title', '2']],
    ['❶Title ⑴Title ⓐTitle 🄰Title', ['❶', 'title', '1', 'title', 'a', 'title', 'a', 'title']],
    ['サーTitle', ['サ', 'ー', 'title']],
    ['々Title ๆTitle', ['々', 'title', 'ๆ', 'title']],
    ['Hawaiʻi Größe ½x', ['hawaiʻi', 'grosse', '12x']],
    ['α-Blending', ['alpha', 'blending']],
    ['PFGM++: x', ['pfgm++', 'x']],
    ['Deep🙂Net', ['deep', 'net']],
    ['textit{Trans}x', ['trans', 'x']],
  ])('knows where in %j words begin', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('reuses an instance for longer and for shorter texts', () => {
    const folded = new FoldedText();
    const long = 'Ab-'.repeat(3000);
    expect(lettersOf(foldInto(long, folded))).toBe('ab'.repeat(3000));
    expect([...folded.offsets.slice(5996, 6000)]).toEqual([8994, 8995, 8997, 8998]);
    expect([5996, 5997, 5998, 5999, 6000].map((i) => folded.isEdge(i))).toEqual([true, false, true, false, true]);
    expect(lettersOf(foldInto('x', folded))).toBe('x');
    expect(folded.isEdge(1)).toBe(true);
  });

  it('grows for a text with more letters than characters without losing any', () => {
    const folded = foldInto(`ab${'∞'.repeat(1000)}cd`, new FoldedText());
    expect(lettersOf(folded)).toBe(`ab${'infty'.repeat(1000)}cd`);
    expect([...folded.offsets.slice(0, 8)]).toEqual([0, 1, 2, 2, 2, 2, 2, 3]);
    expect([...folded.offsets.slice(4997, 5004)]).toEqual([1001, 1001, 1001, 1001, 1001, 1002, 1003]);
    expect([0, 1, 2, 3, 7, 5002, 5003].map((i) => folded.isEdge(i))).toEqual([
      true,
      false,
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  it('takes time linear in the length of the text', () => {
    const time = (text: string): number => {
      const start = cpuTime();
      foldInto(text, new FoldedText());
      return cpuTime() - start;
    };
    for (const piece of ['textit{', '{\\', '+', '\\v ', 'a\u0301', 'e+', '\ud835', 'mathbf{mathbf{']) {
      time(piece.repeat(1000));
      expect(time(piece.repeat(50_000)), piece).toBeLessThan(1000);
    }
  });
});

/** Pieces that are hard in themselves or next to each other. */
const plainPieces = [
  ...'aZé9ßﬁİıςΣ∞ℓα²₂½①Å한が深Ж™ŉ',
  ...[
    'e\u0301',
    '\u0301',
    '\u00ad',
    '\u200b',
    ' ',
    '\n',
    '\u0000',
    '-',
    '–',
    '’',
    '$',
    '^',
    '_',
    '{',
    '}',
    ':',
    '𝐀',
    '𝛼',
    '🙂',
    '\ud835',
    '\udc00',
  ],
];
const texPieces = [
  tex`\textit{`,
  'textit{',
  tex`\infty`,
  tex`\varepsilon `,
  tex`\'`,
  tex`\v `,
  tex`\c{`,
  '\\',
  tex`\to`,
  '+',
  '++',
];
const textOf = (pieces: string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));

describe('folding of random texts', () => {
  it('gives offsets within the text that never go back', () => {
    fc.assert(
      fc.property(fc.oneof(textOf([...plainPieces, ...texPieces]), fc.string({ unit: 'binary' })), (text) => {
        const folded = foldInto(text, new FoldedText());
        let reached = 0;
        for (let i = 0; i < folded.length; i++) {
          const offset = folded.offsets[i] as number;
          if (offset < reached || endOfCharacter(text, offset) > text.length)
            expect.fail(`letter ${i} is at ${offset}`);
          reached = offset;
        }
        expect(reached).toBeLessThan(Math.max(1, text.length));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on case or on the normal form', () => {
    fc.assert(
      fc.property(textOf(plainPieces), (text) => {
        for (const form of ['NFC', 'NFD']) expect(fold(text.normalize(form)), form).toBe(fold(text));
        expect(fold(text.toLowerCase()), 'lower case').toBe(fold(text));
        expect(fold(text.toUpperCase()), 'upper case').toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('is idempotent, except for a plus that no longer ends a name', () => {
    fc.assert(
      fc.property(textOf([...plainPieces, ...texPieces.slice(0, -2)]), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('folds the parts of a text to the parts of its fold', () => {
    fc.assert(
      fc.property(textOf(plainPieces), textOf(plainPieces), (a, b) => {
        expect(fold(`${a}\n${b}`)).toBe(fold(a) + fold(b));
      }),
    );
  });
});

describe('endOfCharacter', () => {
  it.each<[text: string, offset: number, end: number]>([
    ['ab', 0, 1],
    ['e\u0301\u0323x', 0, 3],
    ['𝐀b', 0, 2],
    ['e\u0301', 0, 2],
    ['x\ud835', 1, 2],
  ])('of %j at %i is %i', (text, offset, end) => {
    expect(endOfCharacter(text, offset)).toBe(end);
  });
});
