import { describe, expect, it } from 'vitest';
import { quotationAround } from '../../../../lib/core/titles/quotation.ts';

/** The quotation around § in `text`, joined again. */
function quotationIn(text: string): string | undefined {
  const [before = '', after = ''] = text.split('§');
  const quotation = quotationAround({ before, after });
  return quotation && `${quotation.before}§${quotation.after}`;
}

describe('quotationAround', () => {
  it.each([
    ['A said “B §, C” and D', 'B §, C'],
    ['A said "B §" and "D"', 'B §'],
    ['A said ("§")', '§'],
    ["A. ``Beyond §,'' B", 'Beyond §,'],
    ['„§“, A; «B»', '§'],
    ['A «§ B» C', '§ B'],
    ['《§》《B》', '§'],
    ['“A” and “§”', '§'],
    ['‘§’', '§'],
    ["A: '§.'", '§.'],
    ['Im Aufsatz »§« steht', '§'],
    ['»Beyond §«', 'Beyond §'],
    ['ett »§», ett annat', '§'],
    ['De skrev ”B §” förra året', 'B §'],
    ['„Beyond §“ von A', 'Beyond §'],
    ['„§” by A', '§'],
    ['Im Aufsatz ‚Beyond §‘ steht', 'Beyond §'],
    ['Voir ‹§› pour', '§'],
    ['siehe ›§‹ da', '§'],
    ['L’article « § B » de A', ' § B '],
    ['以＂§＂为', '§'],
    ['以"A"为"§"的', '§'],
    ['題名〝§〟の', '§'],
    ['論文『§ B』を', '§ B'],
    ['論文“§”是', '§'],
    ['המאמר ״§״ של צה״ל', '§'],
    ['“A” and ”§” here', '§'],
    ['‘§ B’ of C', '§ B'],
    ['(“§”)', '§'],
    ['title = {Beyond §}, year = 2024', 'Beyond §'],
    ['title={{§}},', '§'],
    ['TITLE = "§"\n}', '§'],
    ['title = {A {B} §: C},', 'A {B} §: C'],
  ])('of %j is %j', (text, quotation) => {
    expect(quotationIn(text)).toBe(quotation);
  });

  it.each([
    'A § B',
    '“A” § B',
    '“A” § “B”',
    '"A" § B',
    '»A« § »B«',
    '”A” § ”B”',
    '« A » § « B »',
    '„A“ § „B“',
    '以"A"为 § "B"',
    'the 5” § B”',
    'צה״ל § צה״ל',
    'A 5" § B',
    'A said “B §',
    '"§',
    "the authors' § and others' work",
    "A's §'s B",
    'title = {A}, author = {§}',
    'booktitle = {§}',
    '‘A § B’',
  ])('of %j is none', (text) => {
    expect(quotationIn(text)).toBeUndefined();
  });
});
