/** RIS, as written by Zotero, EndNote, Mendeley, Rayyan, the Web of Science and Scopus. */
import type { WorkType } from '../model/record.ts';
import { cutOf, type Finding, type FormatReader, LineEnds, limits, type ReaderData, refusal } from './format-reader.ts';
import { cleanText, textOfHtml } from './html-text.ts';
import { authorsOf } from './people.ts';
import { recordOf, whyNoTitle } from './record-fields.ts';

/**
 * A tag is two characters, two spaces and a dash; some programs leave out a space, or the one after
 * the dash when nothing follows.
 */
const TAGGED = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*)|\s*)$/;
/** Fields that continue on lines without a tag. Elsewhere such lines belong to no field. */
const CONTINUED_TAGS = new Set(['AB', 'N2', 'TI', 'T1', 'KW', 'N1']);

const TYPES: Readonly<Record<string, WorkType>> = {
  JOUR: 'article',
  EJOUR: 'article',
  MGZN: 'article',
  CONF: 'conference',
  CPAPER: 'conference',
  CHAP: 'chapter',
  ECHAP: 'chapter',
  BOOK: 'book',
  EBOOK: 'book',
  EDBOOK: 'book',
  THES: 'thesis',
  RPRT: 'report',
  UNPB: 'preprint',
};

/** Types that say nothing about where a work appeared. */
const UNTYPED = /^(?:GEN|)$/;

/** A reference that is being read. */
interface Reference {
  line: number;
  text: string;
  length: number;
  fields: Map<string, string[]>;
}

/** Makes a reader for one file. */
export function readRis(): FormatReader {
  const lines = new LineEnds();
  let rest = '';
  let line = 0;
  let reference: Reference | undefined;
  let tag = '';
  let skipped: { line: number; lines: number } | undefined;

  /** Finishes the reference that is being read, or the text before it. */
  const finish = (): Finding[] => {
    const found: Finding[] = skipped ? [{ kind: 'skipped', ...skipped }] : [];
    if (reference) found.push(findingOf(reference));
    [reference, skipped, tag] = [undefined, undefined, ''];
    return found;
  };
  const readLine = (text: string): Finding[] => {
    line++;
    const [, name, value = ''] = TAGGED.exec(text) ?? [];
    if (name === 'ER') return reference ? finish() : [];
    const found = name === 'TY' ? finish() : [];
    if (name === 'TY') reference = { line, text: '', length: 0, fields: new Map() };
    if (!reference) {
      if (text.trim() !== '') skipped = { line: skipped?.line ?? line, lines: (skipped?.lines ?? 0) + 1 };
      return found;
    }
    reference.length += text.length;
    if (reference.text.length < 200) reference.text += `${text}\n`;
    if (reference.length > limits.entry) return found;
    const { fields } = reference;
    if (name !== undefined) {
      // An empty field ends the one before.
      tag = name;
      const values = fields.get(name);
      if (values) values.push(value.trim());
      else fields.set(name, [value.trim()]);
    } else if (CONTINUED_TAGS.has(tag)) {
      const values = fields.get(tag) as string[];
      if (tag === 'KW') values.push(text.trim());
      else values[values.length - 1] += `\n${text.trim()}`;
    }
    return found;
  };
  return {
    read: (text) => {
      rest += lines.normalize(text);
      const end = rest.lastIndexOf('\n');
      if (end < 0) return [];
      const whole = rest.slice(0, end);
      rest = rest.slice(end + 1);
      return whole.split('\n').flatMap((text) => readLine(line === 0 ? text.replace(/^\uFEFF/, '') : text));
    },
    end: () => [...(rest === '' ? [] : readLine(rest)), ...finish()],
  };
}

function findingOf({ line, text, length, fields }: Reference): Finding {
  if (length > limits.entry) {
    return refusal(line, 'too-long-and-endless', text);
  }
  const all = (...tags: string[]): string[] =>
    tags.flatMap((tag) => fields.get(tag) ?? []).filter((value) => value !== '');
  const first = (...tags: string[]): string => plainText((all(...tags)[0] ?? '').slice(0, limits.field));
  const title = first('TI', 'T1', 'CT');
  if (title === '') return { kind: 'untitled', line };
  const why = whyNoTitle(title);
  if (why) return refusal(line, why, text);
  const notes = all('N1').map(noteOf).filter(Boolean);
  const own: ReaderData = notes.length > 0 ? { note: notes.join('\n\n') } : {};
  const named = (fields.get('TY')?.[0] ?? '').trim();
  const type = TYPES[named] ?? (UNTYPED.test(named) ? undefined : 'other');
  return {
    kind: 'record',
    line,
    record: recordOf({
      title,
      // Some programs write the abstract into both fields, some into either.
      abstract: [first('AB'), first('N2')].reduce((a, b) => (b.length > a.length ? b : a)),
      authors: authorsOf(all('AU', 'A1').map(plainText)),
      date: first('PY', 'Y1', 'DA', 'YR'),
      // Theses and reports appear at an institution.
      venue: first('T2', 'JO', 'JF', 'JA', 'J2', 'BT', 'T3', ...(type === 'thesis' || type === 'report' ? ['PB'] : [])),
      type: /^arxiv/i.test(first('T2', 'JO', 'PB')) ? 'preprint' : type,
      doi: first('DO').replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''),
      arxiv: all('AN', 'M1', 'C7').find((value) => /arxiv/i.test(value)) ?? '',
      pmid: /^PMID/i.test(first('AN')) ? first('AN').replace(/\D/g, '') : '',
      addresses: all('UR', 'L2', 'LK').flatMap((value) => value.match(/https?:\/\/[^\s;]+/g) ?? []),
      keywords: all('KW').map(plainText),
    }),
    ...(notes.length > 0 && { own }),
    ...cutOf([...fields.values()].flat()),
  };
}

/** A note, either one line of HTML, as Zotero and Paperlight write it, or several lines. */
function noteOf(value: string): string {
  if (!/^<(?:p|div)\b/.test(value)) return value.trim();
  const marked = value.replace(/<\/p>\s*<p[^>]{0,300}>/g, '\n\n').replace(/<br\s*\/?>/g, '\n');
  return marked
    .split('\n')
    .map((line) => textOfHtml(line).replaceAll('\u00A0', ' ').trimEnd())
    .join('\n')
    .trim();
}

function plainText(value: string): string {
  return cleanText(textOfHtml(value));
}
