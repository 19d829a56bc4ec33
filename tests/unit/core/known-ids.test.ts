import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsInAddress, validIds } from '../../../lib/core/known-ids.ts';
import { knownLinks } from '../../../lib/core/known-links.ts';

const arxivIdIn = (text: string) => validIds({ arxiv: text }).arxiv;
const doiIn = (text: string) => validIds({ doi: text }).doi;

describe('A number of arXiv', () => {
  it.each([
    ['2406.01234', '2406.01234'],
    ['arXiv:2406.01234v12', '2406.01234'],
    [' 0704.0001 ', '0704.0001'],
    ['cs/0112017', 'cs/0112017'],
    ['math.GT/0309136v2', 'math.GT/0309136'],
    ['10.48550/arXiv.2406.01234', '2406.01234'],
  ])('is in %j', (text, id) => expect(arxivIdIn(text)).toBe(id));

  it.each(['2413.01234', '2406.123', '2406.0123456', '1234.5678 9', 'cs/01120', '10.1145/1', '', 'javascript:0'])(
    'is not in %j',
    (text) => expect(arxivIdIn(text)).toBeUndefined(),
  );
});

describe('A DOI', () => {
  it.each([
    ['10.1145/3292500.3330701', '10.1145/3292500.3330701'],
    ['https://doi.org/10.18653/V1/2020.acl-main.1.', '10.18653/v1/2020.acl-main.1'],
    [
      'doi: 10.1002/(SICI)1097-0258(19980815/30)17:15<1661::AID-SIM968>3.0.CO;2-2',
      '10.1002/(sici)1097-0258(19980815/30)17:15<1661::aid-sim968>3.0.co;2-2',
    ],
  ])('is in %j', (text, doi) => expect(doiIn(text)).toBe(doi));

  it.each([
    '10.1145',
    '10.1/x',
    '11.1145/x',
    '10.1145/a b',
    '10.1145/"x',
    `10.1145/${'x'.repeat(200)}`,
    '10.48550/arxiv.2406.01234',
    '{10.1145/x}',
  ])('is not in %j', (text) => expect(doiIn(text)).toBeUndefined());
});

describe('The address of a page', () => {
  it.each([
    ['https://arxiv.org/abs/2406.01234', { arxiv: '2406.01234' }],
    ['https://arxiv.org/abs/2406.01234v2?context=cs', { arxiv: '2406.01234' }],
    ['https://export.arxiv.org/abs/cs/0112017', { arxiv: 'cs/0112017' }],
    ['https://arxiv.org/pdf/2406.01234v1.pdf#page=3', { arxiv: '2406.01234' }],
    ['https://ar5iv.labs.arxiv.org/html/2406.01234', { arxiv: '2406.01234' }],
    ['https://www.alphaxiv.org/abs/2406.01234', { arxiv: '2406.01234' }],
    ['https://huggingface.co/papers/2406.01234', { arxiv: '2406.01234' }],
    ['https://openreview.net/forum?id=rJl-b3RcF7&noteId=abc', { openreview: 'rJl-b3RcF7' }],
    ['https://openreview.net/pdf?id=rJl-b3RcF7', { openreview: 'rJl-b3RcF7' }],
    ['https://dl.acm.org/doi/10.1145/3292500.3330701', { doi: '10.1145/3292500.3330701' }],
    ['https://dl.acm.org/doi/abs/10.1145/3292500.3330701', { doi: '10.1145/3292500.3330701' }],
    ['https://doi.org/10.48550/arXiv.2406.01234', { arxiv: '2406.01234' }],
  ])('%s has names in it', (address, ids) => expect(idsInAddress(address)).toEqual(ids));

  it.each([
    'https://arxiv.org/list/cs.LG/new',
    'https://arxiv.org/a/abs/2406.01234',
    'https://evilarxiv.org/abs/2406.01234',
    'https://arxiv.org.evil.net/abs/2406.01234',
    'https://evil.net/?https://arxiv.org/abs/2406.01234',
    'https://a@arxiv.org/abs/2406.01234',
    'https://huggingface.co/papers?q=2406.01234',
    'https://openreview.net/group?id=ICLR.cc/2024',
    'https://openreview.net/forum?id=<script>',
    'file:///arxiv.org/abs/2406.01234',
    'about:blank',
    '',
  ])('%s has none', (address) => expect(idsInAddress(address)).toEqual({}));

  it('is what the names lead to', () => {
    const known = { arxiv: 'cs/0112017', openreview: 'rJl-b3RcF7', doi: '10.1002/(sici)1097<1661::aid>3.0.co;2-2#%' };
    const links = knownLinks(known).map(({ url }) => new URL(url).href);
    expect(Object.assign({}, ...links.map(idsInAddress))).toEqual(known);
  });
});

describe('What is kept', () => {
  it('has the form of a name, whatever a page says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (arxiv, doi, openreview) => {
        for (const name of Object.values(validIds({ arxiv, doi, openreview })))
          expect(name).toMatch(/^[^\s"']{8,200}$/);
        for (const { url } of knownLinks(validIds({ arxiv, doi, openreview })))
          expect(() => new URL(url)).not.toThrow();
      }),
    );
  });
});
