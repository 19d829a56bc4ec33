/** Reads a page's metadata, and checks them against what the page shows. */
import { cleanText, textOfHtml } from '../../core/formats/html-text.ts';
import { fold } from '../../core/text/fold.ts';
import { all, type Page, textIn } from './elements.ts';

/** The most metadata elements read from one page. */
const MAX_FIELDS = 3_000;
/** Longer values are ignored. */
const MAX_VALUE_LENGTH = 100_000;

/** Metadata by lower-case name, each with all its values in the order of the page. */
export type Meta = ReadonlyMap<string, readonly string[]>;

/** The metadata of a page. */
export function metaOf({ root }: Page): Meta {
  const meta = new Map<string, string[]>();
  for (const element of all(root, 'meta[content]').slice(0, MAX_FIELDS)) {
    const name = (element.getAttribute('name') ?? element.getAttribute('property') ?? '').trim().toLowerCase();
    const content = element.getAttribute('content') ?? '';
    if (name === '' || content.length > MAX_VALUE_LENGTH) continue;
    const value = cleanText(textOfHtml(content));
    if (value === '') continue;
    const values = meta.get(name);
    if (values) values.push(value);
    else meta.set(name, [value]);
  }
  return meta;
}

/** The first value of the first of the names that has one; empty if none has. */
export function firstValueOf(meta: Meta, ...names: string[]): string {
  return names.map((name) => meta.get(name)?.[0] ?? '').find(Boolean) ?? '';
}

/** All values of the first of the names that has one. */
export function valuesOf(meta: Meta, ...names: string[]): readonly string[] {
  return names.map((name) => meta.get(name)).find(Boolean) ?? [];
}

/**
 * Whether a page shows a title: single-page sites keep the metadata of the previous page. True for
 * a page that shows hardly anything yet.
 */
export function isShown(title: string, { root, title: ofPage }: Page): boolean {
  const sought = fold(title);
  if (sought === '') return false;
  if (fold(ofPage).includes(sought)) return true;
  const headings = all(root, 'h1, h2, h3, h4, [class*="title" i], [id*="title" i]').slice(0, 500);
  if (headings.some((heading) => fold(textIn(heading)).includes(sought))) return true;
  const body = root.querySelector('body');
  const text = textIn(body);
  return text.length < 200 || fold(text).includes(sought);
}
