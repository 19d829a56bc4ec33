/** Metadata of the Dublin Core, and OpenURLs in spans (COinS), which older sites have. */
import { cleanText } from '../../core/formats/html-text.ts';
import type { PlainFields } from '../../core/formats/record-fields.ts';
import type { WorkType } from '../../core/model/record.ts';
import { fold } from '../../core/text/fold.ts';
import { doiIn } from './citation-meta.ts';
import { all, type Page } from './elements.ts';
import { allOf, type Meta, saidOf } from './page-meta.ts';
import { people } from './people-in-page.ts';

/** Types of what is a paper. Any page can have a title and a creator. */
const PAPER = /article|paper|proceeding|thesis|dissertation|preprint|journal|report|review|chapter|conference/i;

/** What `dc.…` say of the paper of a page; undefined where they do not say that it is one. */
export function dublinCoreFields(meta: Meta): PlainFields | undefined {
  const title = saidOf(meta, 'dc.title', 'dcterms.title');
  const doi = doiIn(meta);
  const types = allOf(meta, 'dc.type', 'dcterms.type');
  if (title === '' || (doi === '' && !types.some((type) => PAPER.test(type)))) return undefined;
  return {
    title,
    authors: people(allOf(meta, 'dc.creator.personalname', 'dc.creator', 'dcterms.creator', 'dc.contributor')),
    abstract: saidOf(meta, 'dcterms.abstract', 'dc.description.abstract', 'dc.description'),
    date: saidOf(meta, 'dcterms.issued', 'dc.issued', 'dc.date.issued', 'dc.date', 'dcterms.date', 'dc.date.created'),
    venue: saidOf(meta, 'dc.relation.ispartof', 'dcterms.ispartof', 'dc.source', 'prism.publicationname'),
    doi,
    keywords: allOf(meta, 'dc.subject').flatMap((words) => words.split(/\s*[;,]\s*/)),
  };
}

const GENRES: Record<string, WorkType> = {
  article: 'article',
  proceeding: 'conference',
  conference: 'conference',
  preprint: 'preprint',
};

/**
 * What the OpenURLs of a page say of their papers: one, or a list.
 * https://archive.org/details/ocoins-info.
 */
export function openUrls({ root }: Page): { element: Element; fields: PlainFields }[] {
  return all(root, 'span.Z3988[title]').flatMap((element) => {
    const said = new URLSearchParams((element.getAttribute('title') ?? '').slice(0, 20_000));
    const value = (name: string): string => cleanText(said.get(`rft.${name}`) ?? '');
    const title =
      value('atitle') || (/dissertation|preprint/.test(said.get('rft_val_fmt') ?? '') ? value('title') : '');
    if (fold(title) === '') return [];
    const [lastNames, firstNames] = [value('aulast'), value('aufirst')];
    const authors = said.getAll('rft.au').map(cleanText);
    const firstAuthor = lastNames && `${lastNames}, ${firstNames}`;
    const isNamed = authors.some((name) => fold(name).includes(fold(lastNames)));
    const ids = said.getAll('rft_id');
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
