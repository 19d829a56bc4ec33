/**
 * Pages and catalogues of any size, made from the words of the digests with a fixed seed. Runs in
 * the page that is measured.
 */

/** A source of numbers from 0 to 1 (mulberry32, Tommy Ettinger), the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * `count` titles: the digests' own, then as many generated ones from their words as are missing.
 */
export function titlesOf(own: string[], count: number): string[] {
  const random = randomNumbers(1);
  const words = own.flatMap((title) => title.split(' '));
  const titles = own.slice(0, count);
  while (titles.length < count) {
    const length = 5 + Math.floor(random() * 9);
    titles.push(Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' '));
  }
  return titles;
}

/** Running text of `count` words from `abstracts`, in sentences, without a whole title in it. */
export function textOf(abstracts: string[], count: number, seed: number): string[] {
  const random = randomNumbers(seed);
  const words = abstracts.join(' ').split(/\s+/);
  const text: string[] = [];
  // Runs of a dozen words keep the rhythm of the language and part what could be a title.
  while (text.length < count) {
    const start = Math.floor(random() * (words.length - 12));
    text.push(...words.slice(start, start + Math.min(12, count - text.length)));
  }
  return text;
}

/**
 * An article: paragraphs of 80 words with some inline markup, a title as a link in every tenth if
 * there are `titles`.
 */
export function articleOf(words: string[], titles: string[]): string {
  const paragraphs: string[] = [];
  for (let i = 0; i < words.length; i += 80) {
    const part = words.slice(i, i + 80).map(asMarkup);
    part[20] = `<b>${part[20] ?? ''}</b>`;
    part[50] = `<a href="#x">${part[50] ?? ''}</a>`;
    const n = i / 80;
    const title = n % 10 === 5 ? titles[((n / 10) % titles.length) | 0] : undefined;
    paragraphs.push(`<p>${part.join(' ')}${title ? ` <a href="#t">${asMarkup(title)}</a>.` : ''}</p>`);
  }
  return `<article>${paragraphs.join('\n')}</article>`;
}

/** A feed: `count` small elements of a few words each, nested as cards are. */
export function feedOf(words: string[], count: number): string {
  const cards: string[] = [];
  let next = 0;
  const take = (n: number): string => {
    next = (next + n) % (words.length - n);
    return words
      .slice(next, next + n)
      .map(asMarkup)
      .join(' ');
  };
  for (let i = 0; i < count; i += 5) {
    cards.push(`<div class="card"><h4>${take(4)}</h4><p><span>${take(3)}</span> <a href="#c">${take(2)}</a></p></div>`);
  }
  return cards.join('\n');
}

function asMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const tex = String.raw;

/**
 * Text of many scripts and kinds, as it is on pages: ordinary ones, and those that are hard to
 * read.
 */
export const TEXTS: Record<string, string> = {
  English:
    'We present a new method that works well in practice, and show on three data sets what it gains over others. ',
  Korean:
    '인공 신경망은 생물학의 신경망에서 영감을 얻은 통계학적 학습 알고리즘이다. 논문에서는 Diffusion 모델을 사용한다. ',
  Japanese:
    'ニューラルネットワークは、コンピューターで数学モデルによって表現したものである。データセットをDiffusionで。 ',
  Chinese: '人工神经网络是一种模仿生物神经网络的结构和功能的数学模型，用于对函数进行估计。我们使用 Diffusion 模型。 ',
  emoji: 'ok 🎉🎉 see you 😀 at the lab 🧪🚀 nice paper 👍🏽👩‍💻 🌟 haha 😂😂😂 ',
  'mathematical bold': '𝗪𝗲 𝗽𝗿𝗲𝘀𝗲𝗻𝘁 𝗮 𝗻𝗲𝘄 𝗺𝗲𝘁𝗵𝗼𝗱 𝗳𝗼𝗿 𝗱𝗶𝗳𝗳𝘂𝘀𝗶𝗼𝗻 𝗺𝗼𝗱𝗲𝗹𝘀 𝘁𝗵𝗮𝘁 𝘄𝗼𝗿𝗸𝘀 𝘃𝗲𝗿𝘆 𝘄𝗲𝗹𝗹. ',
  LaTeX: tex`\section{Introduction} Let $\alpha \in \mathbb{R}^d$ be \textbf{parameters} of $f_\theta(x) = \frac{1}{n}\sum_{i} x_i$ \cite{doe}. `,
  JSON: tex`{"id": 12, "name": "foo", "tags": ["a","b\n"], "nested": {"x": 1.5, "text": {"y": null}}, "path": "C:\\temp"}, `,
  'minified code': tex`function a(b,c){if(b>c){return e[f]+"x"}for(var h=0;h<i.length;h++){j(h,{k:1,l:{m:2}})}return b?.d()} `,
};

/** Paragraphs of some 600 characters that hold `text` again and again, `size` characters in all. */
export function textPage(text: string, size: number): string {
  const paragraph = `<p>${asMarkup(text.repeat(Math.ceil(600 / text.length)))}</p>`;
  return paragraph.repeat(Math.ceil(size / 600));
}
