import { expect, it } from 'vitest';
import { correctionOf, problemSentence } from '../../../../components/search/query-problems.ts';
import { parseQuery } from '../../../../lib/core/query/parse-query.ts';

const FILTERS =
  'title:, abstract:, author:, year:, venue:, tag:, note:, digest:, source:, added:, saved:, read:, is:, has: and sort:';

it.each([
  ['gan is:red', '“is:” knows saved, unread, reading and read, not “red”.'],
  ['has:pdf gan', '“has:” knows code, note and link, not “pdf”.'],
  ['titel:gan', 'There is no filter “titel:”. Did you mean “title:”?'],
  ['language:en', `There is no filter “language:”. There are ${FILTERS}.`],
  ['title: gan', 'Write what is meant right after “title:”, without a space: title:diffusion.'],
  ['year:abc', '“year:” takes a year, or years such as 2019..2023, not “abc”.'],
  ['year: gan', 'Write what is meant right after “year:”, without a space: year:2021.'],
  ['is: saved', 'Write what is meant right after “is:”, without a space: is:saved.'],
  ['saved:may x', '“saved:” takes a month or a year, such as 2026-11 or 2026-05..2026-08, not “may”.'],
])('a sentence explains what is wrong in %j', (text, sentence) => {
  expect(parseQuery(text).problems.map(problemSentence)).toEqual([sentence]);
});

it.each([
  ['titel:gan', 'title:gan'],
  ['tags:later', 'tag:later'],
  ['-tilte:"two words"', '-title:"two words"'],
  ['notes:x', 'note:x'],
  ['gan is:red', 'is:read'],
  ['is:saevd x', 'is:saved'],
  ['has:cod x', 'has:code'],
  ['autor:smith', 'author:smith'],
  ['language:en', undefined],
  ['title: gan', undefined],
])('guesses what is meant by %s', (text, instead) => {
  expect(parseQuery(text).problems.map(correctionOf)).toEqual([instead]);
});
