import { expect, it } from 'vitest';
import { recordOf } from '../../../../lib/core/formats/record-fields.ts';

const linksOf = (...addresses: string[]) => recordOf({ title: 'A Title', addresses }).links ?? [];

it.each([
  'https://openreview.net/pdf?id=PxTIG12RRHS',
  'https://proceedings.mlr.press/v139/a.html#b',
  'https://xn--bcher-kva.example:8443/',
  'https://a1.io:64999',
])('a link to %s is kept', (address) => {
  expect(URL.canParse(address)).toBe(true);
  expect(linksOf(address)).toEqual([address]);
});

it.each([
  'https://arxiv.05',
  'https://arxiv.org.2110.00006/abs',
  'https://a..org',
  'https://example.org:70000/',
  'https://-/',
  'https://some one.org/',
  'https://user@example.org/',
  'javascript:alert(1)',
])('%s is no link', (address) => {
  expect(linksOf(address)).toEqual([]);
});

it('drops an address to which an id of the paper leads', () => {
  const addresses = ['http://arxiv.org/abs/2406.01234', 'https://arxiv.org/pdf/2406.01234v2', 'https://a.org/'];
  expect(recordOf({ title: 'A Title', addresses: [...addresses, 'https://pubmed.ncbi.nlm.nih.gov/123/'] })).toEqual({
    title: 'A Title',
    ids: { arxiv: '2406.01234', pmid: '123' },
    links: ['https://arxiv.org/pdf/2406.01234v2', 'https://a.org/'],
  });
});

it('keeps what an entry declares to be code, whatever its host', () => {
  const [code, page] = ['https://project.example.org/', 'https://a.org/'];
  expect(recordOf({ title: 'A Title', addresses: [code, page], code: [code] })).toEqual({
    title: 'A Title',
    codeLinks: [code],
    links: [page],
  });
});
