import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import { paperIdOf } from '../../../../lib/core/model/paper-id.ts';
import { candidatesFor, idsTaughtBy, type PageFacts, subjectOf } from '../../../../lib/core/pages/page-subject.ts';

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

describe('What a page teaches', () => {
  const DAY = '2026-11-29';
  const taughtBy = (facts: Partial<PageFacts>): string[] =>
    idsTaughtBy(page(facts), DAY).map(({ id, host, isProven }) => `${isProven ? 'proven' : 'said'} by ${host}: ${id}`);
  const doi = (...dois: string[]): [string, string][] => dois.map((doi) => ['citation_doi', doi]);

  it('has its kind, host and day', () => {
    expect(idsTaughtBy(page({ address: 'https://www.arxiv.org/abs/2206.10535v2' }), DAY)).toEqual([
      { kind: 'arxiv', id: '2206.10535', host: 'arxiv.org', day: DAY, isProven: true },
    ]);
  });

  it.each<[what: string, facts: Partial<PageFacts>, taught: string[]]>([
    [
      'an abstract of arXiv: its number, and as hearsay the DOI that its author gave',
      {
        address: 'https://arxiv.org/abs/2206.10535v2',
        meta: [['citation_arxiv_id', '2206.10535'], ...doi('10.1145/1234.5678')],
      },
      ['proven by arxiv.org: 2206.10535', 'said by arxiv.org: 10.1145/1234.5678'],
    ],
    [
      'a forum of OpenReview',
      { address: 'https://openreview.net/forum?id=TTM7iEFOTzJ&noteId=x' },
      ['proven by openreview.net: TTM7iEFOTzJ'],
    ],
    [
      'a publisher’s page: the DOI that its path holds and its metadata name',
      { address: 'https://dl.acm.org/doi/abs/10.1145/1234.5678', meta: doi('10.1145/1234.5678') },
      ['proven by dl.acm.org: 10.1145/1234.5678'],
    ],
    [
      'a publisher’s page with a view of the paper in its path',
      { address: 'https://www.frontiersin.org/articles/10.3389/fnins.2020.1/full', meta: doi('10.3389/fnins.2020.1') },
      ['proven by frontiersin.org: 10.3389/fnins.2020.1'],
    ],
    [
      'a page whose path goes on after the DOI: hearsay',
      {
        address: 'https://www.biorxiv.org/content/10.1101/2020.01.01.123456v1',
        meta: doi('10.1101/2020.01.01.123456'),
      },
      ['said by biorxiv.org: 10.1101/2020.01.01.123456'],
    ],
    [
      'a page that says what its address does not prove: hearsay',
      { meta: [['citation_arxiv_id', '2206.10535'], ...doi('10.6666/evil.bogus')] },
      ['said by example.org: 2206.10535', 'said by example.org: 10.6666/evil.bogus'],
    ],
    [
      'a page of another site with the number in its address: hearsay',
      { address: 'https://huggingface.co/papers/2206.10535' },
      ['said by huggingface.co: 2206.10535'],
    ],
    [
      'arXiv’s page without encryption: hearsay',
      { address: 'http://arxiv.org/abs/2206.10535' },
      ['said by http://arxiv.org: 2206.10535'],
    ],
    [
      'a publisher’s page without encryption: hearsay',
      { address: 'http://dl.acm.org/doi/10.1145/1', meta: doi('10.1145/1') },
      ['said by http://dl.acm.org: 10.1145/1'],
    ],
    [
      'a page that names a DOI of arXiv: its number',
      { meta: doi('10.48550/arXiv.2206.10535') },
      ['said by example.org: 2206.10535'],
    ],
    ['a page with two DOIs: nothing', { meta: doi('10.1145/1', '10.1145/2') }, []],
    [
      'a page that contradicts the DOI of its address: nothing',
      { address: 'https://evil.example/doi/10.1145/1', meta: doi('10.6666/evil') },
      [],
    ],
    [
      'arXiv’s page with the number of another paper in its metadata: nothing',
      { address: 'https://arxiv.org/abs/2206.10535', meta: [['citation_arxiv_id', '2206.00001']] },
      [],
    ],
    [
      'a page with a part of its DOI in its path: hearsay',
      { address: 'https://a.example/x/10.1145/12345', meta: doi('10.1145/1234') },
      ['said by a.example: 10.1145/1234'],
    ],
    ['a page that is canonical elsewhere: nothing', { canonical: 'https://arxiv.org/abs/2206.10535' }, []],
    ['a page with an ISSN: nothing', { meta: [['dc.identifier', 'ISSN 1234-5678']] }, []],
    ['a page with a number in no form: nothing', { meta: [['citation_arxiv_id', '"><script>']] }, []],
    ['no web page: nothing', { address: 'file:///arxiv.org/abs/2206.10535', meta: doi('10.1145/1') }, []],
  ])('%s', (_, facts, taught) => expect(taughtBy(facts)).toEqual(taught));
});
