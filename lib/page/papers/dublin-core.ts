/** Reads Dublin Core metadata, and OpenURLs in spans (COinS), which older sites have. */
import { cleanText } from '../../core/formats/html-text.ts';
import type { PlainFields } from '../../core/formats/record-fields.ts';
import type { WorkType } from '../../core/model/record.ts';
import { fold } from '../../core/text/fold.ts';
import { doiIn } from './citation-meta.ts';
import { all, type Page } from './elements.ts';
import { firstValueOf, type Meta, valuesOf } from './page-meta.ts';
import { people } from './people-in-page.ts';

/** Matches the types of papers: any page can have a title and a creator. */
const PAPER_TYPE = /article|paper|proceeding|thesis|dissertation|preprint|journal|report|review|chapter|conference/i;

/** The paper described by `dc.…` metadata; undefined if they don't describe a paper. */
export function dublinCoreFields(meta: Meta): PlainFields | undefined {
  const title = firstValueOf(meta, 'dc.title', 'dcterms.title');
  const doi = doiIn(meta);
  const types = valuesOf(meta, 'dc.type', 'dcterms.type');
  if (title === '' || (doi === '' && !types.some((type) => PAPER_TYPE.test(type)))) return undefined;
  return {
    title,
    authors: people(valuesOf(meta, 'dc.creator.personalname', 'dc.creator', 'dcterms.creator', 'dc.contributor')),
    abstract: firstValueOf(meta, 'dcterms.abstract', 'dc.description.abstract', 'dc.description'),
    date: firstValueOf(
      meta,
      'dcterms.issued',
      'dc.issued',
      'dc.date.issued',
      'dc.date',
      'dcterms.date',
      'dc.date.created',
    ),
    venue: firstValueOf(meta, 'dc.relation.ispartof', 'dcterms.ispartof', 'dc.source', 'prism.publicationname'),
    doi,
    keywords: valuesOf(meta, 'dc.subject').flatMap((words) => words.split(/\s*[;,]\s*/)),
  };
}

const GENRES: Record<string, WorkType> = {
  article: 'article',
  proceeding: 'conference',
  conference: 'conference',
  preprint: 'preprint',
};

/** The papers described by the OpenURLs of a page: https://archive.org/details/ocoins-info. */
export function openUrls({ root }: Page): { element: Element; fields: PlainFields }[] {
  return all(root, 'span.Z3988[title]').flatMap((element) => {
    const params = new URLSearchParams((element.getAttribute('title') ?? '').slice(0, 20_000));
    const value = (name: string): string => cleanText(params.get(`rft.${name}`) ?? '');
    const title =
      value('atitle') || (/dissertation|preprint/.test(params.get('rft_val_fmt') ?? '') ? value('title') : '');
    if (fold(title) === '') return [];
    const [lastNames, firstNames] = [value('aulast'), value('aufirst')];
    const authors = params.getAll('rft.au').map(cleanText);
    const firstAuthor = lastNames && `${lastNames}, ${firstNames}`;
    const isNamed = authors.some((name) => fold(name).includes(fold(lastNames)));
    const ids = params.getAll('rft_id');
    const fields: PlainFields = {
      title,
      authors: people(firstAuthor && !isNamed ? [firstAuthor, ...authors] : authors),
      date: value('date'),
      venue: value('jtitle') || value('btitle') || (value('atitle') && value('title')),
      type: GENRES[value('genre')],
      doi: ids.find((id) => id.startsWith('info:doi/'))?.slice(9) ?? '',
      pmid: ids.find((id) => id.startsWith('info:pmid/'))?.slice(10) ?? '',
    };
    return [{ element, fields }];
  });
}
