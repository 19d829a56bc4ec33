/**
 * Lists of papers in JSON: CSL-JSON (Zotero, pandoc, Paperlight), Better BibTeX JSON, PaperMemory's
 * memory.
 */
import type { WorkType } from '../model/record.ts';
import { backupItems } from './backup-items.ts';
import { cutOf, type Finding, type FormatReader, limits, type ReaderData, refusal } from './format-reader.ts';
import { type JsonItem, JsonSplitter } from './json-splitter.ts';
import { fieldsIn, type JsonFields, listIn, peopleIn, plain, textIn, textsIn } from './json-values.ts';
import { authorsOf } from './people.ts';
import { keywordsBut, type PlainFields, recordOf, whyNoTitle } from './record-fields.ts';

/**
 * A list of CSL items; Better BibTeX's object, which holds Zotero's items; PaperMemory's object of
 * papers; a backup.
 */
export type JsonDialect = 'csl' | 'zotero' | 'papermemory' | 'backup';

interface ReadItem {
  fields: PlainFields;
  own?: ReaderData;
}

/** Makes the function that reads an item of a file; undefined for items that are not papers. */
const itemReaders: Record<JsonDialect, () => (item: JsonFields) => ReadItem | undefined> = {
  csl: () => csl,
  zotero: () => zotero,
  papermemory: () => papermemory,
  backup: backupItems,
};

/** Reads a list in one of these dialects. */
export function readJson(dialect: JsonDialect): FormatReader {
  let found: Finding[] = [];
  const readItem = itemReaders[dialect]();
  // Better BibTeX: {"config": …, "items": [ … ]}; backups: {"entries": [ … ], "papers": [ … ]}.
  const depth = dialect === 'zotero' || dialect === 'backup' ? 2 : 1;
  const splitter = new JsonSplitter(depth, (item) => found.push(...findingsOf(item, readItem)));
  const taken = (): Finding[] => {
    const all = found;
    found = [];
    return all;
  };
  return {
    read(text) {
      splitter.push(text);
      return taken();
    },
    end() {
      const cut = splitter.end();
      return [...taken(), ...(cut ? [refusal(cut.line, 'endless', cut.text)] : [])];
    },
  };
}

function findingsOf(
  { text, line, isTooDeep }: JsonItem,
  readItem: (item: JsonFields) => ReadItem | undefined,
): Finding[] {
  if (isTooDeep) return [refusal(line, 'too-deep', text)];
  if (text.length > limits.entry) return [refusal(line, 'too-long', text)];
  let item: unknown;
  try {
    item = JSON.parse(text);
  } catch {
    return [refusal(line, 'no-json', text)];
  }
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return [];
  const read = readItem(item as JsonFields);
  if (!read) return [];
  const { fields, own } = read;
  if (fields.title === '') return [{ kind: 'untitled', line }];
  const why = whyNoTitle(fields.title);
  if (why) return [refusal(line, why, text)];
  const hasOwn = own && Object.keys(own).length > 0;
  const isCut = cutOf(Object.values(item));
  return [{ kind: 'record', line, record: recordOf(fields), ...(hasOwn && { own }), ...isCut }];
}

const CSL_TYPES: Record<string, WorkType> = {
  ...{
    'paper-conference': 'conference',
    'article-journal': 'article',
    'article-magazine': 'article',
    article: 'preprint',
  },
  ...{ book: 'book', chapter: 'chapter', thesis: 'thesis', report: 'report', manuscript: 'preprint' },
};
/** Types that say nothing about where a work appeared. */
const CSL_UNTYPED = /^(?:document|)$/;

/** CSL 1.0.2: https://docs.citationstyles.org/en/stable/specification.html. */
function csl(item: JsonFields): ReadItem {
  const note = textIn(item.note);
  const type = textIn(item.type);
  const venue =
    ['container-title', 'event-title', 'event'].map((name) => plain(item[name])).find(Boolean) ||
    // Theses and reports appear at an institution.
    (/^(?:thesis|report)$/.test(type) ? plain(item.publisher) : '');
  const custom = fieldsIn(item.custom);
  const tags = textsIn(custom.tags);
  const isArxiv = /^arxiv/i.test(venue) || /arxiv/i.test(textIn(item.publisher));
  const fields: PlainFields = {
    title: plain(item.title),
    abstract: plain(item.abstract),
    authors: listIn(item.author).flatMap((name) => peopleIn((name ?? {}) as JsonFields)),
    date: cslDate(item.issued) || cslDate(item.submitted),
    venue,
    type: isArxiv ? 'preprint' : (CSL_TYPES[type] ?? (CSL_UNTYPED.test(type) ? undefined : 'other')),
    doi: textIn(item.DOI) || (/^\s*doi:\s*(\S+)/im.exec(note)?.[1] ?? ''),
    arxiv:
      [textIn(item.number), textIn(item.archive_location), textIn(item['archive-place']), note].find((text) =>
        /arxiv:/i.test(text),
      ) ?? (isArxiv ? textIn(item.number) : ''),
    openreview: textIn(custom.openreview),
    pmid: textIn(item.PMID),
    addresses: [textIn(item.URL), ...textsIn(custom.links)],
    code: textsIn(custom.code),
    keywords: keywordsBut(tags, textIn(item.keyword).split(/\s*[,;]\s*/)),
  };
  const own = textIn(item.annote).trim();
  return { fields, own: { ...(own && { note: own }), ...(tags.length > 0 && { tags }) } };
}

/** Dates are `date-parts`, `raw` or `literal`, or a plain text. */
function cslDate(date: unknown): string {
  if (typeof date !== 'object' || date === null) return textIn(date);
  const said = date as JsonFields;
  const [parts] = listIn(said['date-parts']);
  return textIn(listIn(parts)[0]) || textIn(said.raw) || textIn(said.literal) || textIn(said.year);
}

const ZOTERO_TYPES: Record<string, WorkType> = {
  ...{ conferencePaper: 'conference', journalArticle: 'article', magazineArticle: 'article', preprint: 'preprint' },
  ...{ book: 'book', bookSection: 'chapter', thesis: 'thesis', report: 'report' },
};

/** Zotero's own items, in Better BibTeX's JSON. */
function zotero(item: JsonFields): ReadItem {
  const type = textIn(item.itemType);
  const isPaper = !/^(?:note|attachment|annotation)$/.test(type);
  const people = listIn(item.creators).map((creator) => (creator ?? {}) as JsonFields);
  const fields: PlainFields = {
    title: isPaper ? plain(item.title) : '',
    abstract: plain(item.abstractNote),
    authors: people
      .filter(({ creatorType }) => creatorType === 'author')
      .flatMap((person) => peopleIn({ family: person.lastName, given: person.firstName, literal: person.name })),
    date: textIn(item.date),
    venue:
      [item.publicationTitle, item.proceedingsTitle, item.conferenceName, item.bookTitle].map(plain).find(Boolean) ??
      '',
    type: ZOTERO_TYPES[type] ?? 'other',
    doi: textIn(item.DOI),
    arxiv: [item.archiveID, item.reportNumber, item.extra].map(textIn).find((text) => /arxiv/i.test(text)) ?? '',
    addresses: [textIn(item.url)],
    keywords: listIn(item.tags).map((tag) => (typeof tag === 'string' ? tag : textIn((tag as JsonFields | null)?.tag))),
  };
  const notes = listIn(item.notes).map((note) =>
    plain(typeof note === 'string' ? note : (note as JsonFields | null)?.note),
  );
  const note = notes.filter(Boolean).join('\n\n');
  return { fields, own: note ? { note } : {} };
}

/**
 * PaperMemory keeps an object of papers by id, among keys of its own that begin with two
 * underscores.
 */
function papermemory(item: JsonFields): ReadItem {
  const id = textIn(item.id);
  const fields: PlainFields = {
    title: plain(item.title),
    abstract: plain(item.abstract),
    authors: authorsOf(plain(item.author).split(/\s+and\s+/)),
    date: textIn(item.year),
    venue: plain(item.venue),
    doi: textIn(item.doi),
    arxiv: /^arxiv-/i.test(id) ? `arXiv:${id.slice(6).replace('_', '/')}` : '',
    addresses: [textIn(item.pdfLink), textIn(item.codeLink), textIn(item.url)],
  };
  const note = textIn(item.note).trim();
  const tags = listIn(item.tags).map(textIn).filter(Boolean);
  return { fields, own: { ...(note && { note }), ...(tags.length > 0 && { tags }) } };
}
