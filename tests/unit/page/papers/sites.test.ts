import { describe, expect, it } from 'vitest';
import { documentOf, read, titlesIn } from './document-of.ts';
import { ABSTRACT, fixtures, huggingFacePage } from './fixtures.ts';

describe.each(Object.entries(fixtures))('a page of %s', (_name, { address, html, kind, papers, volumeBib }) => {
  const titles = papers.map(({ title }) => title);

  it('is read', () => {
    const found = read(address, html);
    expect(found).toMatchObject({ kind, refusals: [], isUnreadable: false });
    expect(found.volumeBib).toBe(volumeBib);
    expect(found.papers).toHaveLength(papers.length);
    for (const [i, paper] of papers.entries())
      expect(found.papers[i]).toEqual(expect.objectContaining(given(paper, found.papers[i])));
  });

  it('gives no wrong title, whichever of its classes is renamed', () => {
    for (const name of classesIn(html)) {
      const renamed = html.replace(/class="[^"]*"/g, (classes) =>
        classes.replace(new RegExp(`(?<=["\\s])${name}(?=["\\s])`), 'xyz'),
      );
      const found = read(address, renamed).papers.map(({ title }) => title);
      expect(titles, name).toEqual(expect.arrayContaining(found));
    }
  });

  it('is neither a listing nor unreadable when it is empty', () => {
    const { papers: none, refusals } = read(address, '<main><p>Nothing here.</p></main>');
    expect({ none, refusals }).toEqual({ none: [], refusals: [] });
  });

  it('is not changed by reading it', () => {
    const document = documentOf(html);
    const before = document.documentElement.outerHTML;
    read(address, html);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

/** What is expected of a paper; what is undefined must not be there. */
function given(paper: object, found: unknown): object {
  for (const [field, value] of Object.entries(paper)) if (value === undefined) expect(found).not.toHaveProperty(field);
  return Object.fromEntries(Object.entries(paper).filter(([, value]) => value !== undefined));
}

function classesIn(html: string): string[] {
  return [
    ...new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => (names as string).split(' '))),
  ].filter(Boolean);
}

const DAILY = 'https://huggingface.co/papers';

describe('the daily papers of Hugging Face', () => {
  const [wide, deep] = [
    { id: '2406.01234', title: 'Wide Nets of Attention' },
    { id: '2406.01235', title: 'Deep Nets' },
  ];

  it('are those shown, even if the embedded data are of another day', () => {
    const { papers } = read(DAILY, huggingFacePage([wide], [deep]));
    expect(papers).toMatchObject([{ title: wide.title, ids: { arxiv: wide.id } }]);
    expect(papers[0]).not.toHaveProperty('abstract');
  });

  it('are read from their links if there are no embedded data', () => {
    expect(
      titlesIn(DAILY, huggingFacePage([wide, deep], []).replace(/data-props="[^"]*"/, 'data-props="{&quot;daily"')),
    ).toEqual([wide.title, deep.title]);
  });

  it('take no ids from a copy on another host', () => {
    expect(read('https://mirror.example/papers', huggingFacePage([wide, deep])).papers).toEqual([]);
  });
});

it('reports a page of a known site with another structure as unreadable', () => {
  const { kind, isUnreadable } = read(
    'https://proceedings.mlr.press/v286/',
    '<section><b>Wide Nets</b><a href="/v286/lovelace25a.html">abs</a></section>',
  );
  expect({ kind, isUnreadable }).toEqual({ kind: 'none', isUnreadable: true });
});

it('ignores metadata of the previous page in an OpenReview forum', () => {
  const { papers } = read(
    'https://openreview.net/forum?id=abcDEF1234',
    `<html><head><title>Wide Nets | OpenReview</title><meta name="citation_title" content="Deep Nets"><meta name="citation_pdf_url" content="https://openreview.net/pdf?id=zzzzZZZ999">
     <meta name="citation_abstract" content="${ABSTRACT}"></head><body><div class="forum-title"><h2>Wide Nets</h2></div><p>Deep Nets</p></body></html>`,
  );
  expect(papers).toMatchObject([{ title: 'Wide Nets', ids: { openreview: 'abcDEF1234' } }]);
  expect(papers[0]).not.toHaveProperty('abstract');
});

it('offers no .bib for an event of the ACL Anthology', () => {
  const { address, html } = fixtures.aclAnthology as { address: string; html: string };
  const { papers, volumeBib } = read(address.replace('volumes/2024.acl-long', 'events/acl-2024'), html);
  expect([papers.length, volumeBib]).toEqual([2, undefined]);
});

it('does not take the list of years of NeurIPS for papers', () => {
  const { kind, papers } = read(
    'https://proceedings.neurips.cc/',
    '<ul><li><a href="/paper/2020">Advances in Neural Information Processing Systems 33</a></li></ul>',
  );
  expect({ kind, papers }).toEqual({ kind: 'none', papers: [] });
});

it("Semantic Scholar's last author of many is not the next after those that are shown", () => {
  const { papers } = read(
    'https://www.semanticscholar.org/search?q=x',
    `<div class="cl-paper-row"><a data-test-id="title-link" href="/paper/x/${'b'.repeat(40)}"><h2 class="cl-paper-title">Wide Nets</h2></a>
     <span class="cl-paper-authors"><a href="/author/1">Ada Lovelace</a>, <button>+7 authors</button><span>+7 authors</span> <a href="/author/9">Emmy Noether</a></span></div>`,
  );
  expect(papers).toMatchObject([{ authors: [{ family: 'Lovelace', given: 'Ada' }] }]);
});

it("Semantic Scholar's summary is no abstract", () => {
  const { papers } = read(
    `https://www.semanticscholar.org/paper/Wide-Nets/${'c'.repeat(40)}`,
    `<h1 data-test-id="paper-detail-title">Wide Nets</h1><div class="tldr-abstract-replacement">TLDR ${ABSTRACT}</div>
     <script class="schema-data" type="application/ld+json">{"@graph":[[],[{"@type":"ScholarlyArticle","name":"Wide Nets","about":"A machine says so.","abstract":"A machine says so. ${ABSTRACT}","author":[{"name":"Ada Lovelace"}],"datePublished":"2024"}]]}</script>`,
  );
  expect(papers).toMatchObject([{ title: 'Wide Nets', abstract: ABSTRACT, year: 2024 }]);
  expect(
    read(
      `https://www.semanticscholar.org/paper/Wide-Nets/${'c'.repeat(40)}`,
      `<h1 data-test-id="paper-detail-title">Wide Nets</h1><div class="tldr-abstract-replacement">TLDR ${ABSTRACT}</div>`,
    ).papers[0],
  ).not.toHaveProperty('abstract');
});
