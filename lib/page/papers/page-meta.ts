/** A page's metadata, and the text that a reader sees, against which they are checked. */
import { cleanText, textOfHtml } from '../../core/formats/html-text.ts';
import { fold } from '../../core/text/fold.ts';
import { all, type Page, textIn } from './elements.ts';

/** The most metadata that are read of one page. */
const MAX_FIELDS = 3_000;
/** The longest value that is read. */
const MAX_LENGTH = 100_000;

/** Metadata by their names in small letters, each with all its values in the order of the page. */
export type Meta = ReadonlyMap<string, readonly string[]>;

/** The metadata of a page. */
export function metaOf({ root }: Page): Meta {
  const meta = new Map<string, string[]>();
  for (const element of all(root, 'meta[content]').slice(0, MAX_FIELDS)) {
    const name = (element.getAttribute('name') ?? element.getAttribute('property') ?? '').trim().toLowerCase();
    const content = element.getAttribute('content') ?? '';
    if (name === '' || content.length > MAX_LENGTH) continue;
    const value = cleanText(textOfHtml(content));
    if (value === '') continue;
    const values = meta.get(name);
    if (values) values.push(value);
    else meta.set(name, [value]);
  }
  return meta;
}

/** The first value that any of the names has, in the order of the names. */
export function saidOf(meta: Meta, ...names: string[]): string {
  return names.map((name) => meta.get(name)?.[0] ?? '').find(Boolean) ?? '';
}

/** All values of the first of the names that has one. */
export function allOf(meta: Meta, ...names: string[]): readonly string[] {
  return names.map((name) => meta.get(name)).find(Boolean) ?? [];
}

/**
 * Whether a title stands in what is shown: sites that load no new document keep the metadata of the
 * page before. Where hardly anything is shown, as in a page that is drawn later, there is nothing
 * to hold against it.
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
