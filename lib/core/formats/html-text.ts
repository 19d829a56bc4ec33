/** Plain text of HTML, as several programs write it. */

import { greekLetters } from '../text/greek.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  times: '×',
  deg: '°',
  middot: '·',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  ouml: 'ö',
  uuml: 'ü',
  auml: 'ä',
  oslash: 'ø',
  aring: 'å',
  szlig: 'ß',
  ntilde: 'ñ',
  ...greekLetters,
};

/** Tags that occur in bibliographies; anything else between angle brackets is text. */
const TAG =
  /<\/?(?:(?:jats|mml|xhtml|m):[a-z-]+|i|b|u|em|strong|sup|sub|span|small|sc|scp|p|br|div|tt|code|inf|title|sec|math|m(?:row|frac|text|style|over|under|padded|fenced|table|t[rd]|[ionsu][a-z]*))(?:\s[^<>]{0,300})?\/?>/gi;
/** Tags that separate words. */
const SEPARATING_TAG = /^<\/?(?:jats:)?(?:p|br|div|sec|title)\b/i;
/** The same formula once more, in TeX. */
const ANNOTATION = /<(mml:)?annotation\b[^>]{0,300}>[^<]*<\/(mml:)?annotation>/gi;

/** A text without tags and with its entities decoded once. */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html;
  return html
    .replace(ANNOTATION, '')
    .replace(TAG, (tag) => (SEPARATING_TAG.test(tag) ? ' ' : ''))
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (entity, decimal, hex, name) => {
      if (name) return ENTITIES[name as string] ?? entity;
      const code = Number.parseInt(decimal ?? hex, decimal ? 10 : 16);
      return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : entity;
    });
}

/**
 * On one line, with single spaces, without invisible characters or those that reverse the text
 * around them.
 */
export function cleanText(text: string): string {
  return text
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
