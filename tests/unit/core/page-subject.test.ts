import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/build/bundled-digests.ts';
import { candidatesFor, idsOf, type PageFacts, subjectOf } from '../../../lib/core/page-subject.ts';
import { paperIdOf } from '../../../lib/core/paper-id.ts';

const { papers } = bundleDigests('seeds').catalogue;
const ids = new Set(papers.map(({ id }) => id));
const T = 'EpiGRAF: Rethinking training of 3D GANs';
const OTHER = 'Neural Metamorphosis';
const id = paperIdOf(T);

const page = (facts: Partial<PageFacts>): PageFacts => ({
  address: 'https://example.org/',
  canonical: '',
  title: '',
  headings: [],
  meta: [],
  ...facts,
});
const about = (facts: Partial<PageFacts>) => subjectOf(page(facts), (paperId) => ids.has(paperId));

describe('A page is about a paper', () => {
  it.each<[string, Partial<PageFacts>]>([
    [
      'arXiv’s abstract',
      { title: `[2206.10535] ${T}`, headings: ['Quick links', `Title:${T}`], meta: [['citation_title', T]] },
    ],
    [
      'OpenReview’s forum',
      {
        title: `${T} | OpenReview`,
        headings: [],
        meta: [
          ['citation_title', T],
          ['og:title', T],
        ],
      },
    ],
    ['the ACL Anthology', { title: `${T} - ACL Anthology`, meta: [['citation_title', T]] }],
    [
      'a publisher’s page with TeX',
      {
        title: `${T} | Proceedings`,
        headings: ['EpiGRAF:\n Rethinking training of 3D&nbsp;GANs'.replace('&nbsp;', '\u00A0')],
      },
    ],
    ['Hugging Face', { title: `Paper page - ${T}`, headings: [T] }],
    ['a project page', { headings: [T], title: 'EpiGRAF' }],
    ['one with the title in capitals', { headings: [T.toUpperCase()] }],
  ])('as %s is', (_, facts) => {
    expect(about(facts)).toBe(id);
    expect(candidatesFor(page(facts))).toContain(id);
  });

  it('for each bundled title', () => {
    for (const paper of papers) {
      expect(about({ title: `[2206.10535] ${paper.title}`, headings: [`Title:${paper.title}`] })).toBe(paper.id);
      expect(about({ title: `${paper.title} | OpenReview` })).toBe(paper.id);
      expect(about({ title: `${paper.title} - ACL Anthology` })).toBe(paper.id);
    }
  });
});

describe('A page is about no paper', () => {
  it.each<[string, Partial<PageFacts>]>([
    ['that mentions it in its title', { title: `A review of ${T} for beginners`, headings: [`Notes on ${T}`] }],
    ['that is about a longer title', { headings: [`${T}: A Survey`], title: `${T}: A Survey` }],
    ['that lists', { title: 'Computer Science: new submissions', headings: ['Computer Science'] }],
    ['with several titles in headings', { headings: [T, OTHER] }],
    ['whose metadata are of another', { headings: [T], meta: [['citation_title', 'Something else']] }],
    [
      'whose metadata are of the page before',
      { headings: ['Something else'], title: 'Something else', meta: [['citation_title', T]] },
    ],
    [
      'with metadata of several works',
      {
        headings: [T],
        meta: [
          ['citation_title', T],
          ['citation_title', OTHER],
        ],
      },
    ],
    ['without a title', {}],
  ])('%s', (_, facts) => expect(about(facts)).toBeUndefined());
});

describe('The names of a paper', () => {
  it('are taken from metadata and the page’s own address', () => {
    expect(
      idsOf(
        page({
          address: 'https://arxiv.org/abs/2206.10535v2',
          meta: [
            ['citation_arxiv_id', '2206.10535'],
            ['citation_doi', '10.1145/1234.5678'],
            ['dc.identifier', 'doi:10.1145/1234.5678'],
          ],
        }),
      ),
    ).toEqual({ own: { arxiv: '2206.10535' }, said: { arxiv: '2206.10535', doi: '10.1145/1234.5678' } });
    expect(idsOf(page({ address: 'https://openreview.net/forum?id=TTM7iEFOTzJ' })).own).toEqual({
      openreview: 'TTM7iEFOTzJ',
    });
    expect(idsOf(page({ meta: [['citation_doi', '10.48550/arXiv.2206.10535']] })).said).toEqual({
      arxiv: '2206.10535',
    });
  });

  it('are sure only where the address is that of the site that gives them', () => {
    expect(idsOf(page({ address: 'https://evil.example/doi/10.1145/1234.5678' }))).toEqual({
      own: {},
      said: { doi: '10.1145/1234.5678' },
    });
  });

  it('are not taken from a canonical address elsewhere, nor where metadata contradict each other, nor in a wrong form', () => {
    expect(idsOf(page({ canonical: 'https://arxiv.org/abs/2206.10535' })).said).toEqual({});
    const two: [string, string][] = [
      ['citation_doi', '10.1145/1'],
      ['prism.doi', '10.1145/2'],
      ['citation_arxiv_id', '"><script>'],
    ];
    expect(idsOf(page({ meta: two })).said).toEqual({});
    expect(idsOf(page({ meta: [['dc.identifier', 'ISSN 1234-5678']] }))).toEqual({ own: {}, said: {} });
  });
});
