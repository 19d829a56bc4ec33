import { describe, expect, it } from 'vitest';
import { documentOf, rangeOver, read, readPage, titlesIn } from './document-of.ts';

const NEW = 'https://arxiv.org/list/cs.LG/new';

/** An entry as the site writes it. */
function entry(
  id: string,
  title: string,
  { abstract = '', authors = ['Ada Lovelace', 'Emmy Noether'], note = '' } = {},
) {
  return `<dt><a name="item1">[1]</a> <a href="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a> ${note}
    [<a href="/pdf/${id}" title="Download PDF">pdf</a>]</dt>
    <dd><div class="meta"><div class="list-title mathjax"><span class="descriptor">Title:</span> ${title}</div>
    <div class="list-authors">${authors.map((name) => `<a href="https://arxiv.org/search/?query=x">${name}</a>`).join(', ')}</div>
    <div class="list-subjects"><span class="descriptor">Subjects:</span> <span class="primary-subject">Machine Learning (cs.LG)</span></div>
    ${abstract && `<p class="mathjax">${abstract}</p>`}</div></dd>`;
}

const page = (...sections: string[]): string =>
  `<div id="dlpage"><h1>Machine Learning</h1>${sections.map((each) => `<dl id="articles"><h3>New submissions</h3>${each}</dl>`).join('')}</div>`;

describe('a listing of arXiv', () => {
  it('is read with authors, abstracts and ids, from all sections', () => {
    const { kind, name, papers, refusals, isUnreadable } = read(
      NEW,
      page(
        entry('2406.01234', 'Wide Nets of Attention', { abstract: 'We show &amp; tell.' }) +
          entry('2406.01235', 'Deep Nets'),
        entry('2405.00001', 'Replaced Nets', { note: '(replaced)' }),
      ),
    );
    expect({ kind, name, refusals, isUnreadable }).toEqual({
      kind: 'listing',
      name: 'arXiv cs.LG, new',
      refusals: [],
      isUnreadable: false,
    });
    expect(papers).toHaveLength(3);
    expect(papers[0]).toEqual({
      title: 'Wide Nets of Attention',
      abstract: 'We show & tell.',
      authors: [
        { family: 'Lovelace', given: 'Ada' },
        { family: 'Noether', given: 'Emmy' },
      ],
      year: 2024,
      type: 'preprint',
      ids: { arxiv: '2406.01234' },
    });
  });

  it('gives a paper in two sections once', () => {
    expect(titlesIn(NEW, page(entry('2406.01234', 'Wide Nets'), entry('2406.01234', 'Wide Nets')))).toEqual([
      'Wide Nets',
    ]);
  });

  it('is read with rendered formulas', () => {
    const drawn =
      '<span class="MathJax_Preview"></span><span class="MathJax"><nobr>ℓp</nobr></span><script type="math/tex">\\ell_p</script>';
    expect(titlesIn(NEW, page(entry('2406.01234', `Sparse ${drawn} Nets`)))).toEqual(['Sparse $\\ell_p$ Nets']);
  });

  it("can't be read where its titles have another class", () => {
    const { kind, papers, isUnreadable } = read(
      NEW,
      page(entry('2406.01234', 'Nets')).replaceAll('list-title', 'headline'),
    );
    expect({ kind, papers, isUnreadable }).toEqual({ kind: 'none', papers: [], isUnreadable: true });
  });

  it('gives no papers on a day without any', () => {
    const { kind, isUnreadable } = read(NEW, page(''));
    expect({ kind, isUnreadable }).toEqual({ kind: 'none', isUnreadable: false });
  });

  it('gives only selected papers', () => {
    const document = documentOf(
      page(entry('2406.00001', 'One Net') + entry('2406.00002', 'Two Nets') + entry('2406.00003', 'Three Nets')),
    );
    const [, second] = document.querySelectorAll('dt');
    expect(readPage(document, NEW, [rangeOver(second as Element)]).papers.map(({ title }) => title)).toEqual([
      'Two Nets',
    ]);
  });
});

const SEARCH = 'https://arxiv.org/search/?query=wide+nets&searchtype=all';

it('reads an arXiv search with highlighted words, without truncated abstracts', () => {
  const { papers, name } = read(
    SEARCH,
    `<ol><li class="arxiv-result"><div><p class="list-title"><a href="https://arxiv.org/abs/2406.01234v2">arXiv:2406.01234v2</a></p>
     <div class="tags has-addons"><span class="tag">doi</span><span class="tag"><a href="https://doi.org/10.1145/ABC.1">10.1145/ABC.1</a></span></div></div>
     <p class="title">A Study of <span class="search-hit">Wide</span> <span class="search-hit">Nets</span></p>
     <p class="authors"><span>Authors:</span> <a href="/search/x">Ada Lovelace</a>, <a href="/search/y">Emmy Noether</a>, et al. (3 additional authors not shown)</p>
     <p class="abstract"><span class="abstract-short">We … <a>▽ More</a></span>
     <span class="abstract-full">We show it all. <a class="is-size-7" onclick="x">△ Less</a></span></p></li></ol>`,
  );
  expect(name).toBe('arXiv search: wide nets');
  expect(papers).toEqual([
    {
      title: 'A Study of Wide Nets',
      abstract: 'We show it all.',
      authors: [
        { family: 'Lovelace', given: 'Ada' },
        { family: 'Noether', given: 'Emmy' },
      ],
      year: 2024,
      type: 'preprint',
      ids: { arxiv: '2406.01234', doi: '10.1145/abc.1' },
    },
  ]);
});

const ABSTRACT = `<html><head><title>[2406.01234] Wide Nets</title><meta name="citation_title" content="Wide Nets"/>
  <meta name="citation_author" content="Lovelace, Ada"/><meta name="citation_date" content="2024/06/03"/><meta name="citation_online_date" content="2025/01/01"/>
  <meta name="citation_pdf_url" content="https://arxiv.org/pdf/2406.01234"/><meta name="citation_arxiv_id" content="2406.01234"/></head>
  <body><h1 class="title mathjax"><span class="descriptor">Title:</span>Wide Nets</h1>
  <blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span> We show it.</blockquote></body></html>`;

it('reads the page of an arXiv paper, whatever its version', () => {
  const { kind, papers } = read('https://arxiv.org/abs/2406.01234v3', ABSTRACT);
  expect(kind).toBe('paper');
  expect(papers).toMatchObject([
    {
      title: 'Wide Nets',
      abstract: 'We show it.',
      authors: [{ family: 'Lovelace', given: 'Ada' }],
      year: 2024,
      ids: { arxiv: '2406.01234' },
    },
  ]);
});

it('reads the HTML version of an arXiv paper without footnotes', () => {
  const { papers } = read(
    'https://arxiv.org/html/2406.01234v1',
    `<article class="ltx_document"><h1 class="ltx_title ltx_title_document">Wide <math alttext="\\alpha"><semantics><mi>α</mi>
     <annotation encoding="application/x-tex">\\alpha</annotation></semantics></math> Nets<span class="ltx_note">Work in progress</span></h1>
     <div class="ltx_authors"><span class="ltx_personname">Ada Lovelace</span><span class="ltx_personname">Emmy Noether</span></div>
     <div class="ltx_abstract"><h6 class="ltx_title ltx_title_abstract">Abstract</h6><p class="ltx_p">We show it.</p></div></article>`,
  );
  expect(papers).toMatchObject([
    {
      title: 'Wide $\\alpha$ Nets',
      abstract: 'We show it.',
      authors: [{ family: 'Lovelace' }, { family: 'Noether' }],
      ids: { arxiv: '2406.01234' },
    },
  ]);
});
