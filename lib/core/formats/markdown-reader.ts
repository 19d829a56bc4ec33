/**
 * Lists of papers in Markdown, as Paperlight writes them (lib/export/markdown.ts): an item for each
 * paper, ticked if it was read.
 */

import { workTypes } from '../model/record.ts';
import { statuses } from '../model/statuses.ts';
import { type Finding, type FormatReader, LineEnds, limits, type ReaderData, refusal } from './format-reader.ts';
import { cleanText } from './html-text.ts';
import { type Inline, inlinesOf } from './markdown-inlines.ts';
import { authorsOf } from './people.ts';
import { type PlainFields, recordOf, whyNoTitle } from './record-fields.ts';

const BULLET = /^[-*+] +(?:\[([ xX])\](?: +|$))?(.*)$/;
/** Separates the facts below a title. */
const FACT_SEPARATOR = ' · ';
/** A labelled fact. */
const FACT = /^(Tags|Authors|Venue|Year|Type|Keywords|Code): ?/;

interface Item {
  line: number;
  /** Undefined if there is no checkbox. */
  isTicked: boolean | undefined;
  title: string;
  below: string[];
  length: number;
}

/**
 * Whether a text that begins with `head` is such a list: each of its lines begins an item or is
 * indented below one.
 */
export function isMarkdownList(head: string): boolean {
  const lines = head.split(/\r?\n/);
  // The last one may be cut.
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  return /^[-*+] +\S/.test(head) && whole.every((line) => /^(?:[-*+](?: |$)|\s|$)/.test(line));
}

/** Makes a reader for one list. */
export function readMarkdown(): FormatReader {
  const ends = new LineEnds();
  let [rest, line] = ['', 0];
  let item: Item | undefined;
  const finish = (): Finding[] => {
    const found = item ? [findingOf(item)] : [];
    item = undefined;
    return found;
  };
  const readLine = (text: string): Finding[] => {
    line++;
    const [, tick, title] = BULLET.exec(text) ?? [];
    if (title !== undefined) {
      const found = finish();
      item = { line, isTicked: tick === undefined ? undefined : tick !== ' ', title, below: [], length: text.length };
      return found;
    }
    if (!item) return text.trim() === '' ? [] : [{ kind: 'skipped', line, lines: 1 }];
    item.length += text.length;
    if (item.length <= limits.entry) item.below.push(text.replace(/^ {1,2}/, ''));
    return [];
  };
  return {
    read(text) {
      rest += ends.normalize(text);
      const end = rest.lastIndexOf('\n');
      if (end < 0) return [];
      const whole = rest.slice(0, end);
      rest = rest.slice(end + 1);
      return whole.split('\n').flatMap((one) => readLine(line === 0 ? one.replace(/^\uFEFF/, '') : one));
    },
    end: () => [...(rest === '' ? [] : readLine(rest)), ...finish()],
  };
}

function findingOf(item: Item): Finding {
  const { line, isTicked } = item;
  if (item.length > limits.entry) return refusal(line, 'too-long', item.title);
  const inlines = inlinesOf(item.title);
  const title = cleanText(inlines.map(({ text }) => text).join(''));
  if (title === '') return { kind: 'untitled', line };
  const why = whyNoTitle(title);
  if (why) return refusal(line, why, title);
  const from = item.below.findIndex((text) => text.trim() !== '');
  const to = item.below.findIndex((text, i) => i > from && text.trim() === '');
  const [about, others] =
    from < 0
      ? ['', []]
      : [item.below.slice(from, to < 0 ? undefined : to).join(' '), to < 0 ? [] : item.below.slice(to)];
  const facts = about.length <= limits.field ? factsIn(inlinesOf(about)) : undefined;
  const isAbout = facts !== undefined && (isTicked === undefined || facts.own.status !== undefined);
  const { fields, own } = isAbout ? facts : { fields: {}, own: {} as ReaderData };
  const addresses = inlines.flatMap(({ url }) => url ?? []);
  const record = recordOf({ title, ...fields, addresses: [...addresses, ...(fields.addresses ?? [])] });
  if (isTicked === undefined) return { kind: 'record', line, record };
  const note = (isAbout ? others : item.below).join('\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  return {
    kind: 'record',
    line,
    record,
    own: { status: isTicked ? 'read' : 'to-read', ...own, ...(note !== '' && { note }) },
  };
}

/**
 * The facts below a title: "Reading · Tags: gan · Authors: Song, Yang · Year: 2021 ·
 * [a.org](https://a.org)".
 */
function factsIn(inlines: readonly Inline[]): { fields: Omit<PlainFields, 'title'>; own: ReaderData } {
  const fields: Omit<PlainFields, 'title'> = {};
  const own: ReaderData = {};
  const [addresses, code]: [string[], string[]] = [[], []];
  for (const { name, value, urls } of partsOf(inlines)) {
    const status = statuses.find(({ label }) => label === value);
    if (name === 'Code') code.push(...urls);
    else if (name === 'Tags') own.tags = value.split(/\s*,\s*/).filter(Boolean);
    else if (name === 'Authors') fields.authors = authorsOf(value.split(/\s*;\s*/));
    else if (name === 'Venue') fields.venue = cleanText(value);
    else if (name === 'Year') fields.date = value;
    else if (name === 'Type') fields.type = workTypes.find((type) => type === value);
    else if (name === 'Keywords') fields.keywords = value.split(/\s*;\s*/);
    else if (status) own.status = status.status;
    else addresses.push(...urls);
  }
  return { fields: { ...fields, addresses, code }, own };
}

interface Part {
  name: string | undefined;
  value: string;
  urls: string[];
}

/**
 * The facts of a line, each with its label, if any. A part without a label that is no link
 * continues the fact before it.
 */
function partsOf(inlines: readonly Inline[]): Part[] {
  const parts: Part[] = [{ name: undefined, value: '', urls: [] }];
  for (const { text, url } of inlines) {
    if (url !== undefined) {
      parts.at(-1)?.urls.push(url);
      continue;
    }
    for (const [i, piece] of text.split(FACT_SEPARATOR).entries()) {
      if (i > 0) parts.push({ name: undefined, value: '', urls: [] });
      (parts.at(-1) as Part).value += piece;
    }
  }
  const named: Part[] = [];
  for (const part of parts) {
    const [all = '', name] = FACT.exec(part.value) ?? [];
    const before = named.at(-1);
    if (name === undefined && part.urls.length === 0 && before?.name !== undefined)
      before.value += FACT_SEPARATOR + part.value;
    else named.push({ ...part, name, value: part.value.slice(all.length).trim() });
  }
  return named;
}
