/** Reads the one paper that a page is about. */
import { type PlainFields, recordOf, whyNoTitle } from '../../core/formats/record-fields.ts';
import type { RecordContent } from '../../core/model/record.ts';
import { idsInAddress } from '../../core/pages/external-ids.ts';
import { fold } from '../../core/text/fold.ts';
import { abstractIn, onlyProseIn } from './abstract-in-page.ts';
import { citationFields } from './citation-meta.ts';
import { dublinCoreFields, openUrls } from './dublin-core.ts';
import { type Page, REFERENCES, UNKNOWN_HOST } from './elements.ts';
import { linkedDataFields } from './json-ld.ts';
import { isShown, type Meta, metaOf, valuesOf } from './page-meta.ts';
import { onlyDoiIn, peopleShown, shownPaper, yearShown } from './shown-paper.ts';
import type { SiteReader } from './site.ts';

/**
 * The paper; undefined if the page is about none or several, or has the metadata of another page.
 * Each step reads one source.
 */
export function* paperOf(page: Page, site?: SiteReader): Generator<void, RecordContent | undefined> {
  const meta = metaOf(page);
  const ofSite = site?.isPaper?.(page.url) ? site.paper?.(page) : undefined;
  const sources: Partial<PlainFields>[] = ofSite ? [ofSite] : [];
  const readers = [
    () => citationFields(meta, page),
    () => linkedDataFields(page),
    () => openUrlOf(page),
    () => dublinCoreFields(meta),
  ];
  for (const read of isStale(meta, page) ? [] : readers) {
    yield;
    const fields = read();
    yield;
    if (fields && isShown(fields.title, page)) sources.push(fields);
  }
  const title = sources.map((fields) => fields.title ?? '').find((text) => fold(text) !== '');
  const shown = title === undefined && !site ? yield* shownPaper(page) : undefined;
  if (!title && !shown) return undefined;
  yield;
  const fields = firstValues(title ? sources.filter((each) => isOf(each, title)) : [shown as PlainFields]);
  if (whyNoTitle(fields.title)) return undefined;
  const labelled = fields.abstract || abstractIn(page.root);
  yield;
  const abstract = labelled || onlyProseIn(page.root);
  yield;
  const authors = fields.authors?.length ? fields.authors : peopleShown(page);
  yield;
  const date = fields.date || yearShown(page);
  yield;
  const address =
    page.url.hostname === UNKNOWN_HOST ? [] : [`${page.url.origin}${page.url.pathname}${page.url.search}`];
  return recordOf({
    ...fields,
    abstract,
    authors,
    date,
    doi: fields.doi || onlyDoiIn(page),
    addresses: [...(fields.addresses ?? []), ...address],
  });
}

function openUrlOf(page: Page): PlainFields | undefined {
  const [openUrl, another] = openUrls(page).filter(({ element }) => !element.closest(REFERENCES));
  return another ? undefined : openUrl?.fields;
}

/**
 * Whether the metadata name another paper than the address does: single-page sites keep those of
 * the previous page.
 */
function isStale(meta: Meta, { url }: Page): boolean {
  const here = idsInAddress(url.href);
  const said = [
    ...valuesOf(meta, 'citation_pdf_url').map(idsInAddress),
    ...valuesOf(meta, 'citation_arxiv_id').map((id) => idsInAddress(`https://arxiv.org/abs/${id}`)),
  ];
  return (['arxiv', 'openreview'] as const).some((kind) =>
    said.some((ids) => here[kind] !== undefined && ids[kind] !== undefined && ids[kind] !== here[kind]),
  );
}

function isOf(fields: Partial<PlainFields>, title: string): boolean {
  return !fields.title || fold(fields.title) === fold(title);
}

/** Merges sources: for each field, the first value that is not empty. */
function firstValues(sources: readonly Partial<PlainFields>[]): PlainFields {
  const fields: Record<string, unknown> = {};
  for (const source of sources) {
    for (const [name, value] of Object.entries(source)) {
      const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
      if (!isEmpty && fields[name] === undefined) fields[name] = value;
    }
  }
  return { title: '', ...fields };
}
