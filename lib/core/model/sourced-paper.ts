/**
 * A paper with what each of its sources says of it. Mostly all sources say the same, and the paper
 * itself is their record. Only where they differ are records stored, each different one once.
 */
import { derivePaper } from './derive-paper.ts';
import { withLearned } from './learned-ids.ts';
import type { Paper, PaperId } from './paper.ts';
import { paperIdOf } from './paper-id.ts';
import type { RecordContent } from './record.ts';
import { shortVenueOf } from './short-venue.ts';

/** A record as it is stored. */
export interface StoredRecord {
  sourceId: string;
  paperId: PaperId;
  record: RecordContent;
}

/** What each source says of a paper, in the order in which they came. */
export type Sayings = ReadonlyMap<string, RecordContent>;

/** Takes the place of a source id for a paper that lost its sources, but that the reader saved. */
const READER_SOURCE = '';
/** How many further titles, links of a kind, and keywords a paper keeps. */
const MAX_TITLES = 20;
const MAX_LINKS = 20;
const MAX_KEYWORDS = 40;

/** What each source of a paper says, from the paper and its stored records. */
export function sayingsOf(paper: Paper, stored: readonly StoredRecord[]): Sayings {
  const byId = new Map(stored.map(({ sourceId, record }) => [sourceId, record]));
  const sources =
    byId.has(READER_SOURCE) || paper.digestIds.length === 0 ? [READER_SOURCE, ...paper.digestIds] : paper.digestIds;
  // Sources without a record of their own agree with the first.
  const shared = byId.get(sources[0] as string) ?? contentOf(paper);
  return new Map(sources.map((id) => [id, byId.get(id) ?? shared]));
}

/** The paper that `sayings`, at least one, add up to, and the records to store of it. */
export function paperFrom(
  before: Pick<Paper, 'id' | 'learned'>,
  sayings: Sayings,
): { paper: Paper; records: StoredRecord[] } {
  const { id, learned = [] } = before;
  const sourced = [...sayings].map(([sourceId, record]) => ({ sourceId, record }));
  const content = unitedContent(
    id,
    [...sayings].map(([sourceId, record]) => ({ ...record, sourceId, place: 0 })),
  );
  const digestIds = [...sayings.keys()].filter((source) => source !== READER_SOURCE);
  const { ids, title, abstract = '', codeLinks = [], alsoTitled, ...more } = content;
  const titleIds = [title, ...(alsoTitled ?? [])].map(paperIdOf).filter((titleId) => titleId !== id);
  const shortVenue = more.venue === undefined ? undefined : shortVenueOf(more.venue);
  const paper: Paper = withLearned(
    {
      ...{ id, title, abstract, digestIds, codeLinks, ...more },
      ...(shortVenue !== undefined && { shortVenue }),
      ...(ids && { said: ids }),
      ...(alsoTitled && { alsoTitled }),
      ...(titleIds.length > 0 && { titleIds }),
    },
    learned,
  );
  const [first, ...others] = sourced as [(typeof sourced)[number], ...typeof sourced];
  const different = others.filter(({ record }) => !isSameContent(record, first.record));
  const records = different.length > 0 ? [first, ...different].map((one) => ({ ...one, paperId: id })) : [];
  return { paper, records };
}

/** What the only source of a paper says of it. */
function contentOf(paper: Paper): RecordContent {
  const { title, alsoTitled, abstract, authors, year, venue, type, said, links, codeLinks, keywords } = paper;
  return compact({ title, alsoTitled, abstract, authors, year, venue, type, ids: said, links, codeLinks, keywords });
}

/**
 * What records say together of the paper with this id: under the title that gives this id, if any.
 */
function unitedContent(id: PaperId, records: Parameters<typeof derivePaper>[0]): RecordContent {
  const { titles, abstract, authors, year, venue, type, ids, links, codeLinks, keywords } = derivePaper(records);
  const title = titles.find((one) => paperIdOf(one) === id) ?? (titles[0] as string);
  const alsoTitled = titles.filter((one) => one !== title).slice(0, MAX_TITLES);
  const said = Object.fromEntries(Object.entries(ids).map(([kind, [first]]) => [kind, first]));
  return {
    ...compact({
      ...{ title, abstract, authors, year, venue, type, ids: said },
      links: links.slice(0, MAX_LINKS),
      codeLinks: codeLinks.slice(0, MAX_LINKS),
      keywords: keywords.slice(0, MAX_KEYWORDS),
    }),
    ...(alsoTitled.length > 0 && { alsoTitled }),
  };
}

/** What two records of one source say of the paper with this id. */
export function unitedRecord(id: PaperId, a: RecordContent, b: RecordContent): RecordContent {
  return unitedContent(
    id,
    [a, b].map((record, place) => ({ ...record, sourceId: '', place })),
  );
}

/** Whether two records say the same. */
export function isSameContent(a: RecordContent, b: RecordContent): boolean {
  return a === b || JSON.stringify(fieldsOf(a)) === JSON.stringify(fieldsOf(b));
}

/** Without empty fields. */
function compact(fields: { [Field in keyof RecordContent]: RecordContent[Field] | undefined }): RecordContent {
  return Object.fromEntries(fieldsOf(fields as RecordContent)) as unknown as RecordContent;
}

/** The fields of a record, and its ids, in a fixed order and without empty ones. */
function fieldsOf(record: RecordContent): [string, unknown][] {
  return Object.entries(record)
    .filter(([, value]) => !isEmpty(value))
    .map(([name, value]): [string, unknown] => [name, name === 'ids' ? inOrder(value as object) : value])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function isEmpty(value: unknown): boolean {
  // The keys of a text are all its letters: an abstract has a thousand.
  return typeof value === 'object' ? Object.keys(value as object).length === 0 : value === undefined || value === '';
}

function inOrder(values: object): object {
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}
