/**
 * Kinds of page that people open, each with a title that is marked, and what goes on in some of
 * them.
 */
import { articleOf, feedOf, TEXTS, textOf, textPage } from '../highlight/pages.ts';

/** The markup of a page, and a script that begins when the page has loaded. */
export interface PageKind {
  name: string;
  markup: string;
  script?: string;
}

/** Characters of a page of running text, and about as many in words of English. */
const TEXT_SIZE = 500_000;
const ENGLISH_WORDS = 75_000;

const pre = (text: string, size: number): string => {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<pre>${escaped.repeat(Math.ceil(size / text.length))}</pre>`;
};
const of = (name: string): string => TEXTS[name] as string;
const every = (time: number, script: string): string => `let n = 0; setInterval(() => { n++; ${script} }, ${time});`;

/**
 * Fifteen kinds.
 *
 * @param abstracts whose words English pages are made of
 * @param titles at least 290
 */
export function pageKinds(abstracts: string[], titles: string[]): PageKind[] {
  const words = textOf(abstracts, 20_000, 7);
  const listOf = (count: number): string =>
    Array.from({ length: count }, (_, i) => `<li><a href="#">${titles[i % titles.length]}</a></li>`).join('\n');
  const prose = articleOf(textOf(abstracts, ENGLISH_WORDS, 7), []);
  const rows = Array.from({ length: 5000 }, (_, i) => `<tr><td>${i}<td>${words[i]}<td>${words[i + 1]}<td>2024`);
  return [
    { name: 'English prose', markup: prose },
    { name: 'Korean news', markup: textPage(of('Korean'), TEXT_SIZE) },
    { name: 'Japanese news', markup: textPage(of('Japanese'), TEXT_SIZE) },
    { name: 'Chinese news', markup: textPage(of('Chinese'), TEXT_SIZE) },
    { name: 'a chat full of emoji', markup: textPage(of('emoji'), TEXT_SIZE) },
    { name: 'mathematical letters', markup: textPage(of('mathematical bold'), TEXT_SIZE) },
    { name: 'LaTeX in a tab', markup: pre(of('LaTeX'), TEXT_SIZE) },
    { name: 'JSON in a tab', markup: pre(`${of('JSON')}\n`, TEXT_SIZE) },
    { name: 'minified code', markup: pre(of('minified code'), TEXT_SIZE) },
    { name: 'a table of 5,000 rows', markup: `<table>${rows.join('\n')}</table>` },
    { name: 'a list of 2,900 titles', markup: `<ol>${listOf(2900)}</ol>` },
    {
      name: 'a feed that grows',
      markup: feedOf(words, 500),
      script: every(50, `document.body.insertAdjacentHTML('beforeend', document.querySelector('template').innerHTML)`),
    },
    {
      name: 'an answer that is streamed',
      markup: `<main></main>${prose.slice(0, 50_000)}`,
      script: every(30, `document.querySelector('main').innerHTML = words.slice(0, n * 3).join(' ')`),
    },
    {
      name: 'a list that is rendered again and again',
      markup: `<ol id="list">${listOf(290)}</ol>`,
      script: `const html = list.innerHTML; ${every(200, 'list.innerHTML = html')}`,
    },
    {
      name: 'components with shadow trees',
      markup: '<main></main>',
      script: `for (let i = 0; i < 1000; i++) {
        const part = document.createElement('x-part');
        part.attachShadow({ mode: 'open' }).innerHTML = '<p>' + words.slice(i, i + 12).join(' ') + '</p>';
        document.querySelector('main').append(part);
      }`,
    },
  ].map((kind) => ({
    ...kind,
    markup: `<h2>${titles[0]}</h2>${kind.markup}<template>${feedOf(words, 50)}</template>
<script>const words = ${JSON.stringify(words.slice(0, 3000)).replaceAll('<', '\\u003c')}</script>`,
  }));
}

/** A page with `count` marked titles in its window. */
export function markedPage(titles: string[], count: number): string {
  const items = Array.from({ length: count }, (_, i) => `<li>${titles[i % titles.length]}</li>`);
  return `<style>li { line-height: 1.1; font-size: 10px }</style><ol>${items.join('\n')}</ol><main></main>`;
}
