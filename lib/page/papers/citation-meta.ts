/**
 * The metadata for Google Scholar, which most sites of papers have:
 * https://scholar.google.com/intl/en/scholar/inclusion.html#indexing.
 */
import type { PlainFields } from '../../core/formats/record-fields.ts';
import type { WorkType } from '../../core/model/record.ts';
import { fold } from '../../core/text/fold.ts';
import { absolute, type Page } from './elements.ts';
import { allOf, type Meta, saidOf } from './page-meta.ts';
import { people } from './people-in-page.ts';

/** What `citation_…` say of the paper of a page; undefined where they name none, or several. */
export function citationFields(meta: Meta, page: Page): PlainFields | undefined {
  const titles = new Map(allOf(meta, 'citation_title', 'bepress_citation_title').map((title) => [fold(title), title]));
  const [title = ''] = titles.values();
  if (titles.size !== 1 || title === '') return undefined;
  return {
    title,
    abstract: saidOf(meta, 'citation_abstract', 'bepress_citation_abstract'),
    authors: people(authorNames(meta)),
    date: saidOf(
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
    venue: saidOf(
      meta,
      ...JOURNAL,
      ...CONFERENCE,
      'citation_technical_report_institution',
      'citation_dissertation_institution',
    ),
    type: typeIn(meta),
    doi: doiIn(meta),
    arxiv: saidOf(meta, 'citation_arxiv_id'),
    pmid: saidOf(meta, 'citation_pmid'),
    addresses: allOf(meta, 'citation_abstract_html_url', 'citation_public_url').map((address) =>
      absolute(address, page),
    ),
    keywords: allOf(meta, 'citation_keywords').flatMap((words) => words.split(/\s*[;,]\s*/)),
  };
}

const JOURNAL = ['citation_journal_title', 'prism.publicationname', 'bepress_citation_journal_title'];
const CONFERENCE = ['citation_conference_title', 'citation_inbook_title', 'citation_book_title', 'citation_conference'];

/** One name each, or all in one. */
function authorNames(meta: Meta): readonly string[] {
  const names = allOf(meta, 'citation_author', 'citation_authors', 'bepress_citation_author');
  return names.length === 1 ? (names[0] as string).split(/\s*;\s*/) : names;
}

function typeIn(meta: Meta): WorkType | undefined {
  if (meta.has('citation_arxiv_id')) return 'preprint';
  if (meta.has('citation_dissertation_institution')) return 'thesis';
  if (meta.has('citation_technical_report_institution')) return 'report';
  const journal = saidOf(meta, ...JOURNAL);
  if (
    saidOf(meta, ...CONFERENCE) !== '' ||
    /^(?:proceedings of|advances in neural|international conference)/i.test(journal)
  ) {
    return 'conference';
  }
  return journal === '' ? undefined : 'article';
}

/**
 * The DOI that metadata name. Some pages have something else under the name of a DOI, and the DOI
 * under another.
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
