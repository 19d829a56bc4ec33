import { describe, expect, it } from 'vitest';
import { read } from './document-of.ts';
import { ABSTRACT } from './fixtures.ts';

const PLACE = 'https://journal.example/article/7';
const TITLE = 'Wide Nets of Attention';
const TWO = [
  { family: 'Lovelace', given: 'Ada' },
  { family: 'Noether', given: 'Emmy' },
];

/** A page with these metadata that shows a title. */
function page(head: string, { body = '', shown = TITLE } = {}): string {
  return `<html><head><title>${shown} | Journal</title>${head}</head><body><main><h1>${shown}</h1>${body}</main></body></html>`;
}

/** Metadata by their names. */
function meta(...said: [name: string, content: string][]): string {
  return said.map(([name, content]) => `<meta name="${name}" content="${content}">`).join('');
}

const CITATION = meta(
  ...([
    ['citation_title', TITLE],
    ['citation_author', 'Lovelace, Ada'],
    ['citation_author', 'Emmy Noether'],
    ['citation_publication_date', '2024/03/01'],
    ['citation_online_date', '2023/12/31'],
    ['citation_journal_title', 'Journal of Nets'],
    ['citation_doi', '10.1145/ABC.1'],
    ['citation_pmid', '12345'],
    ['citation_keywords', 'nets; attention'],
  ] as [string, string][]),
);
const LINKED = JSON.stringify({
  '@graph': [
    { '@type': 'BreadcrumbList' },
    {
      '@type': 'ScholarlyArticle',
      headline: TITLE,
      author: [{ name: 'Ada Lovelace' }, { familyName: 'Noether', givenName: 'Emmy' }],
      datePublished: '2024-03-01',
      isPartOf: { '@type': 'PublicationIssue', isPartOf: { name: 'Journal of Nets' } },
      sameAs: 'https://doi.org/10.1145/ABC.1',
      description: ABSTRACT,
    },
  ],
});
const OPEN_URL =
  'ctx_ver=Z39.88-2004&amp;rft.atitle=Wide+Nets+of+Attention&amp;rft.au=Ada+Lovelace&amp;rft.au=Emmy+Noether&amp;rft.date=2024&amp;rft.jtitle=Journal+of+Nets&amp;rft_id=info%3Adoi%2F10.1145%2FABC.1';
const DUBLIN = meta(
  ...([
    ['DC.Title', TITLE],
    ['DC.Creator', 'Lovelace, Ada'],
    ['DC.Creator', 'Noether, Emmy'],
    ['DC.Date', '2024-03-01'],
    ['DC.Source', 'Journal of Nets'],
    ['DC.Identifier', 'doi:10.1145/ABC.1'],
  ] as [string, string][]),
);

describe('a page about one paper', () => {
  it.each([
    ['citation_…', page(CITATION)],
    ['linked data', page(`<script type="application/ld+json">${LINKED}</script>`)],
    ['an OpenURL', page('', { body: `<span class="Z3988" title="${OPEN_URL}"></span>` })],
    ['Dublin Core', page(DUBLIN)],
  ])('is read by %s', (_kind, html) => {
    const { kind, papers } = read(PLACE, html);
    expect(kind).toBe('paper');
    expect(papers).toMatchObject([
      {
        title: TITLE,
        authors: TWO,
        year: 2024,
        venue: 'Journal of Nets',
        ids: { doi: '10.1145/abc.1' },
        links: [PLACE],
      },
    ]);
  });

  it('gives everything in its metadata', () => {
    expect(read(PLACE, page(CITATION)).papers).toEqual([
      {
        title: TITLE,
        authors: TWO,
        year: 2024,
        venue: 'Journal of Nets',
        type: 'article',
        ids: { doi: '10.1145/abc.1', pmid: '12345' },
        links: [PLACE],
        keywords: ['nets', 'attention'],
      },
    ]);
  });

  it('completes one kind of metadata by another with the same title', () => {
    const both = page(`${meta(['citation_title', TITLE])}<script type="application/ld+json">${LINKED}</script>`);
    expect(read(PLACE, both).papers).toMatchObject([{ authors: TWO, abstract: ABSTRACT }]);
    const other = page(
      meta(['citation_title', TITLE]) +
        `<script type="application/ld+json">${LINKED.replace(TITLE, 'Deep Nets')}</script>`,
      { body: '<h2>Deep Nets</h2>' },
    );
    expect(read(PLACE, other).papers[0]).not.toHaveProperty('authors');
  });

  it.each([
    ['under a heading', `<h2>Abstract</h2><p>${ABSTRACT}</p><h2>Introduction</h2><p>Nets.</p>`],
    ['in what is called so', `<section id="abstract"><h3>Abstract</h3><div>${ABSTRACT}</div></section>`],
    ['after a label', `<p><b>Abstract:</b> ${ABSTRACT}</p>`],
    ['as the only paragraph', `<p>Ada Lovelace</p><p>${ABSTRACT} ${ABSTRACT}</p>`],
  ])('has its abstract %s', (_where, body) => {
    const { papers } = read(PLACE, page(CITATION, { body }));
    expect(papers[0]?.abstract?.startsWith(ABSTRACT)).toBe(true);
  });

  it.each([
    ['highlights', `<div class="abstract highlights"><ul><li>${ABSTRACT}</li></ul></div>`],
    [
      'the part after an empty one',
      `<section><header><h2>Abstract</h2></header></section><section><header><h2>Results</h2></header><p>${ABSTRACT}</p></section>`,
    ],
    ['one of many paragraphs', `<p>${ABSTRACT} ${ABSTRACT}</p><p>${ABSTRACT} ${ABSTRACT}</p>`],
  ])('does not take %s for its abstract', (_what, body) => {
    expect(read(PLACE, page(CITATION, { body })).papers[0]).not.toHaveProperty('abstract');
  });

  it('takes the DOI that it links to, if there is only one', () => {
    const body = '<a href="https://doi.org/10.1145/XYZ">https://doi.org/10.1145/XYZ</a>';
    expect(read(PLACE, page(meta(['citation_title', TITLE]), { body })).papers).toMatchObject([
      { ids: { doi: '10.1145/xyz' } },
    ]);
    const two = `${body}<a href="https://doi.org/10.1145/OTHER">other</a>`;
    expect(read(PLACE, page(meta(['citation_title', TITLE]), { body: two })).papers[0]).not.toHaveProperty('ids');
  });

  it('needs no metadata if it shows title, people and abstract', () => {
    const body = `<p>Ada Lovelace<sup>1</sup> and Emmy Noether<sup>2</sup></p><p>August 2024</p><div id="abstract"><p><b>Abstract:</b></p><p>${ABSTRACT}</p></div>`;
    expect(read(PLACE, page('', { body })).papers).toMatchObject([
      { title: TITLE, authors: TWO, abstract: ABSTRACT, year: 2024 },
    ]);
  });
});

describe('a page', () => {
  it.each([
    ['names several papers', page(`${CITATION}<meta name="citation_title" content="Deep Nets">`)],
    [
      'shows another title',
      page(CITATION, { shown: 'A Page About Something Else', body: `<p>${'Nothing of it. '.repeat(20)}</p>` }),
    ],
    [
      'is an article of a blog',
      page(
        `<script type="application/ld+json">{"@type":"BlogPosting","headline":"${TITLE}","author":{"name":"Ada Lovelace"}}</script>`,
      ),
    ],
    ['has a title and a creator alone', page(meta(['dc.title', TITLE], ['dc.creator', 'Ada Lovelace']))],
    ['has broken data', page('<script type="application/ld+json">{"@type":"ScholarlyArticle",</script>')],
    [
      'is news',
      page(meta(['og:type', 'article'], ['author', 'Ada Lovelace']), {
        body: `<p>By Ada Lovelace</p><p>${ABSTRACT}</p>`,
      }),
    ],
  ])('that %s is about no paper', (_what, html) => {
    expect(read(PLACE, html)).toMatchObject({ kind: 'none', papers: [] });
  });

  it('in a saved file gives the address from which it was saved', () => {
    const saved = `<!-- saved from url=(0033)https://arxiv.org/abs/2406.01234 -->${page(CITATION)}`;
    expect(read('file:///home/ada/net.html', `<!doctype html>${saved}`).papers).toMatchObject([
      { ids: { arxiv: '2406.01234' } },
    ]);
    expect(read('', page(CITATION)).papers[0]).not.toHaveProperty('links');
  });
});

describe('a formula in a title', () => {
  it.each([
    [
      'MathJax 2',
      '<span class="MathJax_Preview"></span><span class="MathJax"><nobr>αp</nobr></span><script type="math/tex">\\alpha_p</script>',
      '$\\alpha_p$',
    ],
    [
      'KaTeX',
      '<span class="katex"><span class="katex-mathml"><math><semantics><mi>α</mi><annotation encoding="application/x-tex">\\alpha_p</annotation></semantics></math></span><span class="katex-html">αp</span></span>',
      '$\\alpha_p$',
    ],
    [
      'MathJax 3',
      '<mjx-container><mjx-math><mjx-mi><mjx-c class="mjx-c1D6FC TEX-I"></mjx-c></mjx-mi></mjx-math></mjx-container>',
      '𝛼',
    ],
    [
      'MathJax 3 with MathML',
      '<mjx-container><mjx-math></mjx-math><mjx-assistive-mml><math><msub><mi>α</mi><mi>p</mi></msub></math></mjx-assistive-mml></mjx-container>',
      'αp',
    ],
    ['LaTeXML', '<math alttext="\\alpha_p"><mi>α</mi><mi>p</mi></math>', '$\\alpha_p$'],
  ])('is read once if %s has rendered it', (_program, formula, text) => {
    const { papers } = read(
      'https://arxiv-sanity-lite.com/',
      `<div class="rel_paper"><div class="rel_title">Nets of ${formula} Attention</div></div>`,
    );
    expect(papers.map(({ title }) => title)).toEqual([`Nets of ${text} Attention`]);
  });
});
