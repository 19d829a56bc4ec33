/** Pages and catalogues of any size, made from the words of the digests with a fixed seed. Runs in the page that is measured. */

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

/** `count` titles: the digests' own, then as many generated ones from their words as are missing. */
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

/** An article: paragraphs of 80 words with some inline markup, a title as a link in every tenth if there are `titles`. */
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
