/**
 * Pages that try the patience of a content script, as the page runs them: built to one script, the
 * global `endured`.
 */
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import { buildTitleTable, TitleTable } from '../../../lib/core/titles/title-table.ts';
import { PageHighlighter } from '../../../lib/page/page-highlighter.ts';
import { markingTools } from '../../../lib/page/tools.ts';
import { feedOf, textOf } from './pages.ts';

/** What a page cost. */
export interface Endurance {
  /** Longest time without a turn for the page, in milliseconds. */
  longestTask: number;
  /** Milliseconds until all marks were there. */
  took: number;
  marks: number;
}

/** How long pages that change go on, in milliseconds. */
const LASTING = 3000;

/**
 * Text that is not shown need not be laid out: so the browser's own work on pages of this size is
 * left out.
 */
const hidden = document.createElement('div');
hidden.hidden = true;

const heading = (title: string): HTMLElement => Object.assign(document.createElement('h2'), { textContent: title });

/**
 * What is on a page before marking begins, and what goes on meanwhile. Each ends with one title
 * that can be seen for each of `titles`.
 */
const pages: Record<string, (words: string[], titles: string[]) => (() => void) | undefined> = {
  'a text node of 50 MB': (words, titles) => {
    const piece = `${words.join(' ')} ${titles[0]}. `;
    hidden.append(piece.repeat(Math.ceil(50e6 / piece.length)));
    document.body.append(hidden, ...titles.map(heading));
    return undefined;
  },
  '1,000,000 elements': (words, titles) => {
    hidden.innerHTML = feedOf(words, 1_000_000);
    document.body.append(hidden, ...titles.map(heading));
    return undefined;
  },
  'a page that grows': (words, titles) => {
    let next = 0;
    return () => {
      document.body.insertAdjacentHTML('beforeend', feedOf(words, 250));
      const title = titles[next++];
      if (title) document.body.append(heading(title));
    };
  },
  'a page that changes without end': (words, titles) => {
    document.body.innerHTML = feedOf(words, 20_000);
    const texts = [...document.querySelectorAll('a')].map((link) => link.firstChild as Text);
    let next = 0;
    return () => {
      for (let i = 0; i < 200; i++) (texts[(next * 200 + i) % texts.length] as Text).data = words[next + i] ?? '';
      const title = titles[next++];
      if (title) document.body.prepend(heading(title));
    };
  },
};

/** Names of the pages. */
export const names = Object.keys(pages);

/**
 * Marks a page and measures what it costs, with a catalogue of `titles` of which the first few
 * stand on the page; or only has the page there, if it `isMarked` not.
 */
export async function endure(
  name: string,
  abstracts: string[],
  titles: string[],
  isMarked: boolean,
): Promise<Endurance> {
  document.body.textContent = hidden.textContent = '';
  const standing = titles.filter((title) => title.length > 40).slice(0, 20);
  const goOn = pages[name]?.(textOf(abstracts, 20_000, 7), standing);
  const table = new TitleTable(buildTitleTable(titles.map((title) => ({ id: paperIdOf(title), title }))));
  const highlighter = new PageHighlighter({ tools: markingTools, load: async () => {} }, () => {});
  await new Promise((done) => setTimeout(done, 500));
  const watch = new Watch();
  const start = performance.now();
  let took = 0;
  highlighter.watch(() => {
    took = performance.now() - start;
  });
  if (isMarked) highlighter.use(table);
  const changing = goOn && setInterval(goOn, 16);
  while (isMarked && highlighter.mentions.length < standing.length && performance.now() - start < 60_000) {
    await new Promise((done) => setTimeout(done, 50));
  }
  const rest = goOn || !isMarked ? LASTING - (performance.now() - start) : 0;
  if (rest > 0) await new Promise((done) => setTimeout(done, rest));
  clearInterval(changing);
  const longestTask = watch.end();
  const cost = { longestTask, took, marks: highlighter.mentions.length };
  highlighter.use(undefined);
  return cost;
}

/** Sees how long the page has to wait for its turn. */
class Watch {
  private longest = 0;
  private last = performance.now();
  private readonly timer = setInterval(() => this.look(), 1);

  /** The longest wait, in milliseconds. */
  end(): number {
    clearInterval(this.timer);
    return this.longest;
  }

  private look(): void {
    const now = performance.now();
    this.longest = Math.max(this.longest, now - this.last);
    this.last = now;
  }
}
