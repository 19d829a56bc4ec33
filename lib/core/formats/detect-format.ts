/** Detects the format of a text by its content: file names say little. */

import { isMarkdownList } from './markdown-reader.ts';

/** The formats that can be read. */
export type Format =
  | 'bibtex'
  | 'ris'
  | 'csl'
  | 'zotero'
  | 'papermemory'
  | 'table'
  | 'markdown'
  | 'digest'
  | 'backup'
  | 'html'
  | 'unknown';

/** Characters at the beginning by which the format is detected. */
const HEAD_LENGTH = 65_536;

/** The format of a text, by its first 65,536 characters. */
export function detectFormat(whole: string): Format {
  const head = whole.slice(0, HEAD_LENGTH);
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (/^[[{]/.test(text)) return jsonDialect(text);
  if (/^(?:<!doctype html|<html|<head|<\?xml)/i.test(text)) return 'html';
  if (isMarkdownList(text)) return 'markdown';
  if (/^[ \t]*@[ \t]*[a-z]+[ \t]*[{(]/im.test(head)) return 'bibtex';
  if (/^TY {1,2}-/m.test(text) || /^[A-Z][A-Z0-9] {2}- .*\r?\n[A-Z][A-Z0-9] {2}- /m.test(text)) return 'ris';
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  if (
    /[,;\t]/.test(firstLine) &&
    /(?:^|[,;\t])\s*"?(?:paper |article |document )?(?:title|titel|titre|标题)"?\s*(?:[,;\t]|$)/i.test(firstLine)
  )
    return 'table';
  return text.length > 0 ? 'digest' : 'unknown';
}

function jsonDialect(text: string): Format {
  if (text.startsWith('[')) return /^\[\s*(?:\{|\])/.test(text) ? 'csl' : 'unknown';
  if (/^\{\s*"format"\s*:\s*"paperlight-backup"/.test(text)) return 'backup';
  if (/^\{\s*"(?:config|items|collections)"\s*:/.test(text)) return 'zotero';
  if (/"(?:__dataVersion|pdfLink|codeLink|bibtex)"\s*:/.test(text)) return 'papermemory';
  return 'unknown';
}
