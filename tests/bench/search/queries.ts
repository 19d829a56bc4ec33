/**
 * Known-item queries made from a catalogue: each asks, as people half-remember it, for one paper
 * that is known.
 */

import type { Paper, PaperId } from '../../../lib/core/model/paper.ts';
import { fold } from '../../../lib/core/text/fold.ts';
import { randomNumbers } from '../highlight/pages.ts';

/** A query and the paper that is meant. */
export interface KnownItem {
  query: string;
  id: PaperId;
}

/** The classes of queries, by name, in the order of the table. */
export type QueryClasses = Map<string, KnownItem[]>;

/** Queries of a kind for each paper, where the paper has what it takes. */
const EACH = 4;

/** Words that everybody's titles have and that nobody searches by. */
const FUNCTION_WORDS = new Set(
  'a an and are as at be by can do does for from how in into is it its not of on or that the their there this to towards toward via we what when where which why with without your you all only'.split(
    ' ',
  ),
);

/** Every class of queries over `papers`; the same for the same seed. */
export function queryClasses(papers: readonly Paper[], seed: number): QueryClasses {
  const texts = papers.map(({ title, abstract }) => ({ title: fold(title), abstract: fold(abstract) }));
  const classes: [name: string, make: (dice: Dice) => (paper: Paper, i: number) => string[]][] = [
    [
      'a typos',
      (dice) =>
        ({ title }) =>
          times(EACH, (n) => withTypos(title, 1 + (n % 2), dice)),
    ],
    [
      'b three words',
      (dice) =>
        ({ title }) =>
          times(EACH, () => threeWords(title, dice)),
    ],
    ['c names', (dice) => (paper, i) => namesOf(paper, i, texts).map((name) => dice.one([name, name.toLowerCase()]))],
    ['c names, roughly', (dice) => (paper, i) => namesOf(paper, i, texts).map((name) => roughly(name, i, texts, dice))],
    [
      'd phrases',
      (dice) =>
        ({ abstract }, i) =>
          times(EACH, () => phraseOf(abstract, i, texts, dice)),
    ],
    [
      'e cut short',
      (dice) =>
        ({ title }) =>
          times(2, () => cutShort(title, dice)),
    ],
    [
      'f spelling',
      (dice) =>
        ({ title }) =>
          times(EACH, () => inOtherType(partOf(title, texts, dice), dice)),
    ],
    [
      'g word forms',
      (dice) =>
        ({ title }) =>
          times(EACH, () => inOtherForm(partOf(title, texts, dice), dice)),
    ],
    [
      'h typos in phrases',
      (dice) =>
        ({ title }) =>
          times(EACH, (n) => withTypos(partOf(title, texts, dice), 1 + (n % 2), dice)),
    ],
  ];
  return new Map(
    classes.map(([name, make], k) => {
      const ask = make(new Dice(seed * 101 + k));
      return [name, papers.flatMap((paper, i) => distinct(ask(paper, i)).map((query) => ({ query, id: paper.id })))];
    }),
  );
}

/** Chance, the same for the same seed. */
class Dice {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = randomNumbers(seed);
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)] as T;
  }

  some<T>(of: readonly T[], count: number): T[] {
    const left = [...of];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.below(left.length), 1)[0] as T);
  }
}

function times(count: number, make: (n: number) => string): string[] {
  return Array.from({ length: count }, (_, n) => make(n));
}

function distinct(queries: string[]): string[] {
  return [...new Set(queries)].filter((query) => query !== '');
}

function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+]+$/gu, '');
}

/**
 * The title with a typing error in `count` of its longer words: a letter left out, doubled, wrong
 * or swapped with the next.
 */
function withTypos(title: string, count: number, dice: Dice): string {
  const words = title.split(' ');
  const long = words.flatMap((word, i) => (/^\p{L}{5,}[^\p{L}]?$/u.test(word) ? [i] : []));
  if (long.length < count) return '';
  for (const i of dice.some(long, count)) words[i] = withTypo(words[i] as string, dice);
  return words.join(' ');
}

function withTypo(word: string, dice: Dice): string {
  // The first letter is nearly always right.
  const at = 1 + dice.below(word.length - 3);
  const letter = word[at] as string;
  const wrong = dice.one([...'etaoinsrhl'].filter((other) => other !== letter));
  const swapped = (word[at + 1] as string) + letter;
  const put = dice.one(['', letter + letter, wrong, wrong + letter, swapped]);
  const spoiled = word.slice(0, at) + put + word.slice(at + (put === swapped ? 2 : 1));
  return spoiled === word ? word.slice(0, at) + word.slice(at + 1) : spoiled;
}

function threeWords(title: string, dice: Dice): string {
  const words = distinct(title.split(' ').map(bare)).filter(
    (word) => word.length > 2 && !FUNCTION_WORDS.has(word.toLowerCase()),
  );
  return words.length < 3 ? '' : dice.some(words, 3).join(' ');
}

type FoldedTexts = { title: string; abstract: string }[];

/**
 * Acronyms and names of methods that no other paper has in its title, nor, if they stand in no
 * title, in its abstract.
 */
function namesOf({ title, abstract }: Paper, own: number, texts: FoldedTexts): string[] {
  const isName = (word: string): boolean =>
    word.length > 1 && /\p{L}/u.test(word) && /.\p{Lu}|\p{L}.*\p{N}/u.test(word);
  const candidates = [
    ...title.split(/[\s:/]+/),
    ...Array.from(abstract.matchAll(/\(([^()\s]{2,12})\)/g), ([, word]) => word as string),
  ].map(bare);
  return candidates.filter((name) => isName(name) && isOwn(fold(name), own, texts));
}

/**
 * Whether no other paper has these letters in its title, nor, if the own title has not, in its
 * abstract.
 */
function isOwn(letters: string, own: number, texts: FoldedTexts): boolean {
  const inTitle = texts[own]?.title.includes(letters);
  const others = texts.filter((_, i) => i !== own);
  return letters.length > 1 && !others.some((other) => (inTitle ? other.title : other.abstract).includes(letters));
}

/**
 * The name as one who has heard it may write it: its parts apart, with a hyphen, or joined; or as
 * far as it is typed. Empty for some.
 */
function roughly(name: string, own: number, texts: FoldedTexts, dice: Dice): string {
  const parts = name
    .replace(/(\p{Ll})(\p{Lu})|(\p{L})(\p{N})|(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, '$1$3$5 $2$4$6')
    .split(/[\s-]+/);
  const forms = [parts.join(' '), parts.join('-'), parts.join(''), name.slice(0, -1)]
    .map((form) => form.toLowerCase())
    .filter((form) => form !== name.toLowerCase() && isOwn(fold(form), own, texts));
  return forms.length > 0 ? dice.one(forms) : '';
}

/** 4 to 6 words from the middle of an abstract that stand so in no other. */
function phraseOf(abstract: string, own: number, texts: FoldedTexts, dice: Dice): string {
  const words = abstract.split(/\s+/);
  for (let attempt = 0; attempt < 10; attempt++) {
    const length = 4 + dice.below(3);
    const from = Math.floor(words.length / 5) + dice.below(Math.max(1, Math.floor((words.length * 3) / 5) - length));
    const phrase = words
      .slice(from, from + length)
      .map(bare)
      .filter(Boolean)
      .join(' ');
    const folded = fold(phrase);
    if (phrase.split(' ').length >= 4 && !texts.some(({ abstract }, i) => i !== own && abstract.includes(folded)))
      return phrase;
  }
  return '';
}

function cutShort(title: string, dice: Dice): string {
  const start = title.lastIndexOf(' ') + 1;
  const length = title.length - start;
  return length < 3 ? '' : title.slice(0, start + 1 + dice.below(length - 1));
}

/** Four words in a row of a title, such as no other title has. */
function partOf(title: string, texts: FoldedTexts, dice: Dice): string {
  const words = title.split(' ');
  for (let attempt = 0; attempt < 10; attempt++) {
    const from = dice.below(Math.max(1, words.length - 3));
    const part = words.slice(from, from + 4).join(' ');
    if (texts.filter((text) => text.title.includes(fold(part))).length === 1) return part;
  }
  return '';
}

/**
 * How the same may be typed: compounds with a space or joined, words joined or hyphenated, another
 * case, TeX as symbols and bare.
 */
function inOtherType(part: string, dice: Dice): string {
  const forms = [
    ...(/\p{L}-\p{L}/u.test(part)
      ? [part.replaceAll('-', ' '), part.replaceAll('-', ' '), part.replaceAll('-', '')]
      : []),
    ...(/infty|ell|[αβ]/.test(part)
      ? [
          part.replace('infty', '∞'),
          part.replace('infty', 'infinity'),
          part.replace('ell_', 'ℓ_'),
          part.replace('α', 'alpha'),
        ]
      : []),
    ...(/[\^_{}]/.test(part) ? [part.replace(/[\^_{}]/g, ''), part.replace('^{2}', '²')] : []),
    part.toUpperCase(),
    part.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'),
    joinedAt(part, dice, '-'),
    joinedAt(part, dice, ''),
  ].filter((form) => form !== part);
  return forms.length > 0 ? dice.one(forms) : '';
}

/** Two neighbouring words as one. */
function joinedAt(part: string, dice: Dice, by: string): string {
  const words = part.split(' ');
  const gaps = words.slice(1).flatMap((word, i) => {
    const [before, after] = [words[i] as string, word];
    return /^\p{L}{3,}$/u.test(before) && /^\p{L}{3,}$/u.test(after) && !FUNCTION_WORDS.has(before.toLowerCase())
      ? [i]
      : [];
  });
  if (gaps.length === 0) return part;
  const gap = dice.one(gaps);
  return words
    .map((word, i) => (i === gap ? word + by : `${word} `))
    .join('')
    .trim();
}

/** British for American and the reverse. */
const ACROSS_THE_SEA: [RegExp, string][] = [
  [/(?<=\p{Ll}{3})iz(?=(?:e|es|ed|er|ing|ation)\b)/u, 'is'],
  [/(?<=\p{Ll}{3})is(?=(?:ed|ing|ation)\b)/u, 'iz'],
  [/(?<=[Bb]ehavi|[Cc]ol|[Ff]av|[Nn]eighb)or/, 'our'],
  [/(?<=[Bb]ehavi|[Cc]ol|[Ff]av|[Nn]eighb)our/, 'or'],
  [/(?<=odel|abel)(?=ing|ed)/, 'l'],
  [/enter\b/, 'entre'],
];

/**
 * The same with a word in British or American spelling, or, where there is none, a noun in the
 * other number.
 */
function inOtherForm(part: string, dice: Dice): string {
  const sea = ACROSS_THE_SEA.filter(([pattern]) => pattern.test(part));
  if (sea.length > 0 && dice.below(2) === 0) {
    const [pattern, put] = dice.one(sea);
    return part.replace(pattern, put);
  }
  const words = part.split(' ');
  const nouns = words.flatMap((word, i) => (NOUN.test(word) ? [i] : []));
  if (nouns.length === 0) return '';
  const i = dice.one(nouns);
  return words.with(i, inOtherNumber(words[i] as string)).join(' ');
}

/** Nouns of the field's titles, in either number. */
const NOUN =
  /^(?:model|network|image|transformer|method|approach|representation|graph|agent|task|dataset|feature|policy|strateg(?:y|ie)|system|process|field|prior|token|point|scene|label|embedding|view|object|video|language|loss(?:e)?|class(?:e)?|game|benchmark|distribution|gradient|parameter|function|kernel|tree|classifier|generator|encoder|architecture|guarantee|bound|constraint|environment|attack|explanation|domain|signal|map|score|weight|layer|problem|ensemble|estimator|autoencoder|mixture|flow|relation|sequence)s?$/i;

function inOtherNumber(noun: string): string {
  if (/ies$/.test(noun)) return noun.replace(/ies$/, 'y');
  if (/(?:ss|ch)es$/.test(noun)) return noun.slice(0, -2);
  if (/[^s]s$/.test(noun)) return noun.slice(0, -1);
  if (/[^aeo]y$/.test(noun)) return noun.replace(/y$/, 'ies');
  return noun + (/(?:s|ch)$/.test(noun) ? 'es' : 's');
}
