import { describe, expect, it } from 'vitest';
import type { PagePapers } from '../../../../lib/page/papers/read-page.ts';
import { cpuTime } from '../../../fixtures/cpu-time.ts';
import { Chance } from '../../../fuzz/random.ts';
import { documentOf, rangeOver, read, readPage } from './document-of.ts';
import { fixtures } from './fixtures.ts';

const NOWHERE = 'https://anything.example/a/b.html';
const addresses = [
  NOWHERE,
  'https://github.com/a/b',
  'about:blank',
  '',
  'no address',
  ...Object.values(fixtures).map(({ address }) => address),
];

/** What pages are made of: what readers look for, in any order, and what is in their way. */
const pieces = [
  ...Object.values(fixtures).flatMap(({ html }) => html.match(/<[^>]*>|[^<]+/g) ?? []),
  ...[
    '<ul>',
    '</ul>',
    '<li>',
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</table>',
    '<p>',
    '</p>',
    '<br>',
    '<form>',
    '</form>',
    '<template>',
    '</template>',
  ],
  ...[
    '<input name="parentNode">',
    '<input name="childNodes">',
    '<input name="id">',
    '<img name="querySelector">',
    '<svg>',
    '</svg>',
    '<math>',
    '</math>',
  ],
  ...[
    '<a href="https://arxiv.org/abs/2406.01234">',
    '<a href="https://arxiv.org/abs/2406.0123/../x">',
    '<a href="javascript:alert(1)">',
    '<a href="https://[">',
    '</a>',
  ],
  ...[
    '<meta name="citation_title" content="A Title of Words">',
    '<meta name="citation_author" content="">',
    '<meta name="dc.title">',
    '<span class="Z3988" title="rft.atitle=%E0%A4%A&rft.au=x">',
  ],
  ...[
    '<script type="application/ld+json">{"@type":"ScholarlyArticle","name":{}}</script>',
    '<script type="application/ld+json">[[[[[[[null]]]]]]]</script>',
    '<script type="math/tex">',
  ],
  ...[
    '<div data-target="DailyPapers" data-props="{&quot;dailyPapers&quot;:[null,{},{&quot;paper&quot;:{&quot;id&quot;:&quot;2406.01234&quot;,&quot;authors&quot;:[null,1]}}]}">',
    '</div>',
  ],
  ...[
    'Wide Nets of Attention',
    'Ada Lovelace, Emmy Noether',
    'Abstract',
    'et al.',
    '\u202E',
    '\u200B',
    '\uD800',
    '𝛼',
    '漢字 の 論文',
    '&#0;',
    '9'.repeat(500),
    ', '.repeat(300),
    '(('.repeat(300),
  ],
];

function expectSound({ kind, name, papers, refusals }: PagePapers): void {
  expect(kind === 'none').toBe(papers.length === 0);
  if (kind === 'paper') expect(papers).toHaveLength(1);
  expect(name.length).toBeLessThanOrEqual(200);
  for (const { title, links = [], authors = [] } of papers) {
    expect(title.trim()).not.toBe('');
    expect(title.length).toBeLessThanOrEqual(1_000);
    for (const link of links) expect(link).toMatch(/^https:\/\//);
    for (const { family } of authors) expect(family).not.toBe('');
  }
  for (const { text } of refusals) expect(text.length).toBeLessThanOrEqual(80);
}

it.each(Array.from({ length: 300 }, (_, seed) => seed))('a page of anything is read to its end (%i)', (seed) => {
  const chance = new Chance(seed);
  const html = Array.from({ length: 10 + chance.below(120) }, () => chance.of(pieces)).join(
    chance.onceIn(2) ? '' : ' ',
  );
  const document = documentOf(html);
  const elements = [...document.querySelectorAll('body *')];
  const selection =
    elements.length > 0 && chance.onceIn(3)
      ? [rangeOver(chance.of(elements)), rangeOver(chance.of(elements), 0, 1)]
      : undefined;
  const address = chance.of(addresses);
  const found = readPage(document, address, selection);
  expectSound(found);
  // Nothing was expected of a site that is not known: unreadable it is only where something was
  // thrown.
  if (address === NOWHERE) expect(found.isUnreadable).toBe(false);
});

describe.each(Object.entries(fixtures))('a page of %s', (_name, { address, html, papers }) => {
  it('that is truncated anywhere gives the papers that are complete', () => {
    const titles = papers.map(({ title }) => title as string);
    for (let end = 0; end < html.length; end += 37) {
      const found = read(address, html.slice(0, end)).papers.map(({ title }) => title);
      // The last title may be cut itself.
      const isSound = found.every(
        (title, i) =>
          titles.includes(title) || (i === found.length - 1 && titles.some((whole) => whole.startsWith(title))),
      );
      expect([end, found, isSound]).toEqual([end, found, true]);
    }
  });
});

it('ends in time when names of elements shadow DOM properties', () => {
  const form =
    '<form><input name="parentNode"><input name="parentElement"><input name="lastChild"><li><a href="https://arxiv.org/abs/2406.01234">Wide Nets of Attention</a></li></form>';
  const document = documentOf(form);
  expectSound(readPage(document, NOWHERE, [rangeOver(document.querySelector('form') as Element)]));
});

it.each([
  ['digits', '1'.repeat(50_000)],
  ['commas', ','.repeat(50_000)],
  ['brackets', '(['.repeat(25_000)],
  ['quotes', '“'.repeat(50_000)],
  ['labels', 'pdf'.repeat(20_000)],
  ['names', 'Ada Lovelace, '.repeat(5_000)],
  ['dots', '…'.repeat(50_000)],
  ['abstracts', 'abstract: '.repeat(5_000)],
])('a page of many %s is read quickly', (_what, text) => {
  const start = cpuTime();
  const head = `<head><title>${text}</title><meta name="citation_title" content="Wide Nets"><meta name="citation_author" content="${text}"></head>`;
  const body = `<h1>${text}</h1><p class="author">${text}</p><p id="abstract">${text}</p><li>${text} <a href="https://arxiv.org/abs/2406.01234">${text}</a></li>`;
  for (const address of [
    NOWHERE,
    'https://github.com/a/b',
    'https://arxiv.org/abs/2406.01234',
    'https://scholar.google.com/scholar',
  ]) {
    expectSound(
      read(
        address,
        `<html>${head}<body>${body.repeat(3)}<article class="markdown-body">${body}</article></body></html>`,
      ),
    );
  }
  expect(cpuTime() - start).toBeLessThan(20_000);
});
