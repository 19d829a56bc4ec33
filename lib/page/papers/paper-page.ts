/** The one paper that a page is about. */
import { type PlainFields, recordOf, whyNoTitle } from '../../core/formats/record-fields.ts';
import type { RecordContent } from '../../core/model/record.ts';
import { idsInAddress } from '../../core/pages/external-ids.ts';
import { fold } from '../../core/text/fold.ts';
import { abstractIn, onlyProseIn } from './abstract-in-page.ts';
import { citationFields } from './citation-meta.ts';
import { dublinCoreFields, openUrls } from './dublin-core.ts';
import { NOWHERE, type Page, REFERENCES } from './elements.ts';
import { linkedDataFields } from './json-ld.ts';
import { allOf, isShown, type Meta, metaOf } from './page-meta.ts';
import { onlyDoiIn, peopleShown, shownPaper, yearShown } from './shown-paper.ts';
import type { SiteReader } from './site.ts';

/**
 * The paper; undefined where the page is about none, about several, or has metadata that are not
 * its own. Each step looks at one kind of what may be said.
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
  for (const read of isOfOther(meta, page) ? [] : readers) {
    yield;
    const fields = read();
    yield;
    if (fields && isShown(fields.title, page)) sources.push(fields);
  }
  const title = sources.map((fields) => fields.title ?? '').find((text) => fold(text) !== '');
  const shown = title === undefined && !site ? yield* shownPaper(page) : undefined;
  if (!title && !shown) return undefined;
  yield;
  const fields = together(title ? sources.filter((each) => isOf(each, title)) : [shown as PlainFields]);
  if (whyNoTitle(fields.title)) return undefined;
  const labelled = fields.abstract || abstractIn(page.root);
  yield;
  const abstract = labelled || onlyProseIn(page.root);
  yield;
  const authors = fields.authors?.length ? fields.authors : peopleShown(page);
  yield;
  const date = fields.date || yearShown(page);
  yield;
  const address = page.url.hostname === NOWHERE ? [] : [`${page.url.origin}${page.url.pathname}${page.url.search}`];
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
 * Whether metadata name another paper than the address of the page: sites that load no new document
 * keep those of the page before.
 */
function isOfOther(meta: Meta, { url }: Page): boolean {
  const here = idsInAddress(url.href);
  const said = [
    ...allOf(meta, 'citation_pdf_url').map(idsInAddress),
    ...allOf(meta, 'citation_arxiv_id').map((id) => idsInAddress(`https://arxiv.org/abs/${id}`)),
  ];
  return (['arxiv', 'openreview'] as const).some((kind) =>
    said.some((ids) => here[kind] !== undefined && ids[kind] !== undefined && ids[kind] !== here[kind]),
  );
}

function isOf(fields: Partial<PlainFields>, title: string): boolean {
  return !fields.title || fold(fields.title) === fold(title);
}

/** Fields of which the first that has something to say counts. */
function together(sources: readonly Partial<PlainFields>[]): PlainFields {
  const fields: Record<string, unknown> = {};
  for (const source of sources) {
    for (const [name, value] of Object.entries(source)) {
      const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
      if (!isEmpty && fields[name] === undefined) fields[name] = value;
    }
  }
  return { title: '', ...fields };
}
