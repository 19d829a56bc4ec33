/**
 * Reads the metadata for Google Scholar, which most sites with papers have:
 * https://scholar.google.com/intl/en/scholar/inclusion.html#indexing.
 */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import type { WorkType } from '../../core/model/record.ts';
import { fold } from '../../core/text/fold.ts';
import { absolute, type Page } from './elements.ts';
import { firstValueOf, type Meta, valuesOf } from './page-meta.ts';
import { people } from './people-in-page.ts';

/** The paper described by `citation_…` metadata; undefined if there is none, or several. */
export function citationFields(meta: Meta, page: Page): PlainFields | undefined {
  const titles = new Map(
    valuesOf(meta, 'citation_title', 'bepress_citation_title').map((title) => [fold(title), title]),
  );
  const [title = ''] = titles.values();
  if (titles.size !== 1 || title === '') return undefined;
  return {
    title,
    abstract: firstValueOf(meta, 'citation_abstract', 'bepress_citation_abstract'),
    authors: people(authorNames(meta)),
    date: firstValueOf(
      meta,
      ...[
        'citation_publication_date',
        'citation_date',
        'citation_year',
        'bepress_citation_date',
        'citation_cover_date',
      ],
      ...['citation_online_date', 'bepress_citation_online_date', 'prism.publicationdate', 'dc.date', 'dcterms.issued'],
    ),
    venue: firstValueOf(
      meta,
      ...JOURNAL_NAMES,
      ...CONFERENCE_NAMES,
      'citation_technical_report_institution',
      'citation_dissertation_institution',
    ),
    type: typeIn(meta),
    doi: doiIn(meta),
    arxiv: firstValueOf(meta, 'citation_arxiv_id'),
    pmid: firstValueOf(meta, 'citation_pmid'),
    addresses: valuesOf(meta, 'citation_abstract_html_url', 'citation_public_url').map((address) =>
      absolute(address, page),
    ),
    keywords: valuesOf(meta, 'citation_keywords').flatMap((words) => words.split(/\s*[;,]\s*/)),
  };
}

const JOURNAL_NAMES = ['citation_journal_title', 'prism.publicationname', 'bepress_citation_journal_title'];
const CONFERENCE_NAMES = [
  'citation_conference_title',
  'citation_inbook_title',
  'citation_book_title',
  'citation_conference',
];

/** One value for each name, or one value with all names. */
function authorNames(meta: Meta): readonly string[] {
  const names = valuesOf(meta, 'citation_author', 'citation_authors', 'bepress_citation_author');
  return names.length === 1 ? (names[0] as string).split(/\s*;\s*/) : names;
}

function typeIn(meta: Meta): WorkType | undefined {
  if (meta.has('citation_arxiv_id')) return 'preprint';
  if (meta.has('citation_dissertation_institution')) return 'thesis';
  if (meta.has('citation_technical_report_institution')) return 'report';
  const journal = firstValueOf(meta, ...JOURNAL_NAMES);
  if (
    firstValueOf(meta, ...CONFERENCE_NAMES) !== '' ||
    /^(?:proceedings of|advances in neural|international conference)/i.test(journal)
  ) {
    return 'conference';
  }
  return journal === '' ? undefined : 'article';
}

/**
 * The DOI in the metadata. Some pages have something else in the field for a DOI, and the DOI in
 * another.
 */
export function doiIn(meta: Meta): string {
  const names = [
    'citation_doi',
    'bepress_citation_doi',
    'prism.doi',
    'dc.identifier',
    'dc.identifier.doi',
    'dcterms.identifier',
  ];
  const said = names.flatMap((name) => meta.get(name) ?? []);
  return said.find((value) => /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\//i.test(value)) ?? '';
}
