/**
 * BibTeX and biblatex, as written by Zotero, Better BibTeX, Mendeley, JabRef, DBLP, the ACL and
 * PMLR.
 */
import type { WorkType } from '../model/record.ts';
import { BibtexFields } from './bibtex-fields.ts';
import { type BibtexEntry, BibtexScanner, type BibtexValue } from './bibtex-scanner.ts';
import { cutOf, type Finding, type FormatReader, LineEnds, limits, refusal } from './format-reader.ts';
import { keywordsBut, recordOf, whyNoTitle } from './record-fields.ts';

const TYPES: Readonly<Record<string, WorkType>> = {
  article: 'article',
  inproceedings: 'conference',
  conference: 'conference',
  incollection: 'chapter',
  inbook: 'chapter',
  book: 'book',
  booklet: 'book',
  collection: 'book',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  unpublished: 'preprint',
};
/** Entry types that say nothing about where a work appeared. */
const UNTYPED = /^(?:misc|online|electronic)$/;

/** Entry types for volumes, or for nothing that can be read. */
const NO_PAPER = /^(?:proceedings|mvproceedings|set|xdata|periodical|suppperiodical)$/;

/**
 * "year = {" within a title: for want of a closing brace, the title swallowed the fields after it.
 */
const SWALLOWED = /[,\n]\s*[A-Za-z]{2,20}\s*=\s*(?:[{"]|\d+\s*(?:[,}\n]|$))/;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** What an entry passes on to those that cross-reference it. */
interface Volume {
  title: string;
  date: string;
}

/** Makes a reader for one file. */
export function readBibtex(): FormatReader {
  const [scanner, lines] = [new BibtexScanner(), new LineEnds()];
  const macros = new Map(MONTHS.map((month) => [month, month]));
  const volumes = new Map<string, Volume>();
  /** Entries that cross-reference a volume, which mostly comes after them. */
  const waiting: BibtexEntry[] = [];
  const written = (value: BibtexValue): string =>
    value.reduce((text: string, part) => {
      const more = typeof part === 'string' ? part : (macros.get(part.macro) ?? part.macro);
      return text.length > limits.field ? text : text + more;
    }, '');

  const findingOf = (entry: BibtexEntry): Finding => {
    const fields = new BibtexFields(entry.fields, written);
    if (SWALLOWED.test(fields.written('title'))) {
      return refusal(entry.line, 'title-unclosed', entry.text);
    }
    const title = fields.title();
    if (title === '' || NO_PAPER.test(entry.type)) return { kind: 'untitled', line: entry.line };
    const why = whyNoTitle(title);
    if (why) return refusal(entry.line, why, entry.text);
    const volume = volumes.get(fields.plain('crossref').toLowerCase());
    const own = fields.own();
    return {
      kind: 'record',
      line: entry.line,
      record: recordOf({
        title,
        abstract: fields.plain('abstract'),
        authors: fields.people('author'),
        date: fields.plain('date') || fields.plain('year') || (volume?.date ?? ''),
        venue:
          fields.first('journaltitle', 'journal', 'booktitle', 'eventtitle', 'school', 'institution') ||
          (volume?.title ?? '') ||
          (UNTYPED.test(entry.type) ? fields.venueInHowpublished() : ''),
        type: typeOf(entry.type, fields),
        doi: fields.address('doi').replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''),
        arxiv: fields.arxiv(),
        openreview: /[?&]id=([\w-]+)/.exec(fields.address('openreview'))?.[1] ?? '',
        pmid: fields.plain('pmid'),
        addresses: fields.addresses('url', 'howpublished', 'openreview', 'software', 'pdf', 'links', 'ee'),
        code: fields.addresses('code'),
        keywords: keywordsBut(own.tags ?? [], fields.first('keywords', 'keyword').split(/[,;]/)),
      }),
      ...(Object.keys(own).length > 0 && { own }),
      ...cutOf(
        [...entry.fields.values()].map((value) => value.map((part) => (typeof part === 'string' ? part : '')).join('')),
      ),
    };
  };
  const findingsOf = (read: ReturnType<BibtexScanner['read']>): Finding[] =>
    read.flatMap((one): Finding[] => {
      if (one.kind === 'macro') {
        macros.set(one.name, written(one.value));
        return [];
      }
      if (one.kind !== 'entry') return [one];
      const fields = new BibtexFields(one.fields, written);
      if (/proceedings$|book$|collection$/.test(one.type) && one.type !== 'inproceedings') {
        const date = fields.plain('date') || fields.plain('year');
        volumes.set(one.key.toLowerCase(), { title: fields.first('booktitle', 'title'), date });
      }
      if (fields.plain('crossref') === '') return [findingOf(one)];
      waiting.push(one);
      return [];
    });
  return {
    read: (text) => findingsOf(scanner.read(lines.normalize(text))),
    end: () => [...findingsOf(scanner.end()), ...waiting.map(findingOf)],
  };
}

function typeOf(type: string, fields: BibtexFields): WorkType | undefined {
  const isArxiv = /^(?:arxiv|corr\b)/i.test(fields.first('journal', 'journaltitle', 'publisher'));
  if (isArxiv || (UNTYPED.test(type) && (fields.arxiv() !== '' || fields.plain('pubstate') === 'preprint')))
    return 'preprint';
  return TYPES[type] ?? (UNTYPED.test(type) ? undefined : 'other');
}
