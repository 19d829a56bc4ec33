import { expect, it } from 'vitest';
import { linksFromSources } from '../../../../lib/core/pages/paper-links.ts';

it('leads to each page about a paper once, by its names and by the addresses that sources gave', () => {
  const paper = {
    said: { arxiv: '2011.13456', doi: '10.1145/1', acl: '2020.acl-main.1', pmid: '123' },
    links: [
      'https://arxiv.org/pdf/2011.13456v2.pdf',
      'https://arxiv.org/abs/2011.13456/',
      'https://www.openreview.net/forum?id=PxTIG12RRHS',
      'https://doi.org/10.1145/1',
    ],
  };
  expect(linksFromSources(paper)).toEqual([
    { site: 'arXiv', url: 'https://arxiv.org/abs/2011.13456' },
    { site: 'DOI', url: 'https://doi.org/10.1145/1' },
    { site: 'ACL Anthology', url: 'https://aclanthology.org/2020.acl-main.1/' },
    { site: 'PubMed', url: 'https://pubmed.ncbi.nlm.nih.gov/123/' },
    { site: 'openreview.net', url: 'https://www.openreview.net/forum?id=PxTIG12RRHS' },
  ]);
  expect(linksFromSources({})).toEqual([]);
});
