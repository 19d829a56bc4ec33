import { describe, expect, it } from 'vitest';
import { idsInDoi, validIds } from '../../../../lib/core/model/known-ids.ts';
import { idsInAddress, idsProvenBy } from '../../../../lib/core/pages/external-ids.ts';
import { linksOfIds } from '../../../../lib/core/pages/paper-links.ts';
import fc from '../../../fixtures/properties.ts';

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
    '10.1145/x\u202ey',
    '10.1145/\u0430bc',
    '10.1145/\u212a1',
    '10.1145/é',
    '10.1145/../evil',
    '10.1145/a..b',
    '10.1145/a/./b',
    '10.1145/..%2fevil',
    '10.1145/%2e%2e%2fevil',
    '10.1145/x%00',
    '10.1145/x?y',
    '10.1145/x\u200b',
    '１0.1145/x',
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
    'https://arxiv.org@evil.net/abs/2406.01234',
    'https://openreview.net/forum?id=rJl-b3RcF7&id=rJl-b3RcF8',
    'https://huggingface.co/papers?q=2406.01234',
    'https://openreview.net/group?id=ICLR.cc/2024',
    'https://openreview.net/forum?id=<script>',
    'file:///arxiv.org/abs/2406.01234',
    'about:blank',
    '',
  ])('%s has none', (address) => expect(idsInAddress(address)).toEqual({}));

  it('is what its ids link to', () => {
    const known = { arxiv: 'cs/0112017', openreview: 'rJl-b3RcF7', doi: '10.1002/(sici)1097<1661::aid>3.0.co;2-2#' };
    const links = linksOfIds(known).map(({ url }) => new URL(url).href);
    expect(Object.assign({}, ...links.map(idsInAddress))).toEqual(known);
  });
});

describe('The address of a page proves', () => {
  it.each([
    ['https://arxiv.org/abs/2406.01234v3', { arxiv: '2406.01234' }],
    ['https://arxiv.org/abs/cs/0112017', { arxiv: 'cs/0112017' }],
    ['https://openreview.net/forum?id=rJl-b3RcF7', { openreview: 'rJl-b3RcF7' }],
    ['https://doi.org/10.1145/3292500.3330701', { doi: '10.1145/3292500.3330701' }],
    ['https://doi.org/10.48550/arXiv.2406.01234', { arxiv: '2406.01234' }],
    ['https://dl.acm.org/doi/10.1145/3292500.3330701?cookieSet=1#abs', { doi: '10.1145/3292500.3330701' }],
    ['https://link.springer.com/chapter/10.1007/978-3-030-01234-2_1', { doi: '10.1007/978-3-030-01234-2_1' }],
    ['https://onlinelibrary.wiley.com/doi/full/10.1002/%28SICI%291097-4571', { doi: '10.1002/(sici)1097-4571' }],
  ])('%s', (address, ids) => expect(idsProvenBy(address)).toEqual(ids));

  it.each([
    'http://arxiv.org/abs/2406.01234',
    'http://doi.org/10.1145/1',
    'https://arxiv.org:8443/abs/2406.01234',
    'https://export.arxiv.org.evil.net/abs/2406.01234',
    'https://alphaxiv.org/abs/2406.01234',
    'https://arxiv.org/pdf/2406.01234',
    'https://arxiv.org/abs/2406.01234%2f..%2f2406.99999',
    'https://arxiv.org@evil.net/abs/2406.01234',
    'https://evil.net/?/10.1145/1',
    'https://evil.net/#/10.1145/1',
    'https://evil.net/x10.1145/1',
    'https://evil.net/x%2f10.1145/1',
    'https://evil.net/10.1145/..%2f10.1000/1',
    'https://evil.net/10.1145/a/10.1000/1',
    'https://evil.net/10.1145/%E2%80%AEx',
    'https://evil.net/10.1145/%D0%B0bc',
    'https://doi.org/x/10.1145/1',
    'https://openreview.net/forum?id=rJl-b3RcF7&id=rJl-b3RcF8',
    'https://openreview.net/pdf?id=rJl-b3RcF7',
    'about:blank',
  ])('nothing where it is %s', (address) => expect(idsProvenBy(address)).toEqual({}));
});

describe('What is kept', () => {
  it('has the form of an id, whatever a page says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (arxiv, doi, openreview) => {
        for (const name of Object.values({ ...validIds({ arxiv, doi, openreview }), ...idsInDoi(doi) }))
          expect(name).toMatch(/^[!-~]{8,200}$/);
        for (const { url } of linksOfIds(validIds({ arxiv, doi, openreview })))
          expect(() => new URL(url)).not.toThrow();
      }),
    );
  });
});
