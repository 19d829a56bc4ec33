/** Collects the papers of a listing without duplicates, and the entries that could not be read. */
import type { RefusalReason } from '../../core/formats/format-reader.ts';
import { type PlainFields, recordOf, whyNoTitle } from '../../core/formats/record-fields.ts';
import type { RecordContent } from '../../core/model/record.ts';
import { fold } from '../../core/text/fold.ts';
import { textIn } from './elements.ts';

/** How many characters of an entry a refusal quotes. */
const MAX_QUOTE_LENGTH = 80;

/** The papers and refusals so far. */
export class PaperList {
  readonly papers: RecordContent[] = [];
  readonly refusals: { reason: RefusalReason; text: string }[] = [];
  /** Indexes of papers, by their ids. */
  private readonly byId = new Map<string, number>();
  /** Indexes of papers, by their folded titles. */
  private readonly byTitle = new Map<string, number[]>();

  /** Adds an entry. Refuses it if it has no title; merges it if its paper is there already. */
  add(fields: PlainFields, entry: Element): void {
    const why = fold(fields.title) === '' ? 'no-title' : whyNoTitle(fields.title);
    if (why) this.refuse(why, entry);
    else this.take(recordOf(fields));
  }

  /** Records why an entry is refused. */
  refuse(reason: RefusalReason, entry: Element): void {
    this.refusals.push({ reason, text: textIn(entry).slice(0, MAX_QUOTE_LENGTH) });
  }

  private take(record: RecordContent): void {
    const keys = keysOf(record);
    const title = fold(record.title);
    const existing =
      keys.map((key) => this.byId.get(key)).find((index) => index !== undefined) ??
      this.byTitle.get(title)?.find((index) => !conflict(record, this.papers[index] as RecordContent));
    const index = existing ?? this.papers.length;
    const before = this.papers[index];
    this.papers[index] = before ? { ...record, ...before, ...merged(before, record) } : record;
    for (const key of keys) this.byId.set(key, index);
    if (existing === undefined) this.byTitle.set(title, [...(this.byTitle.get(title) ?? []), index]);
  }
}

/** Ids that belong to one paper only: a DOI may be that of the whole volume. */
function keysOf({ ids = {} }: RecordContent): string[] {
  return (['arxiv', 'openreview', 'acl'] as const).flatMap((kind) => (ids[kind] ? [`${kind} ${ids[kind]}`] : []));
}

/**
 * Whether two records of the same title are different papers: their ids or first authors differ.
 */
function conflict(one: RecordContent, other: RecordContent): boolean {
  const differ = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && b !== undefined && a !== b;
  return (
    (['doi', 'arxiv', 'openreview', 'acl'] as const).some((kind) => differ(one.ids?.[kind], other.ids?.[kind])) ||
    differ(one.authors?.[0] && fold(one.authors[0].family), other.authors?.[0] && fold(other.authors[0].family))
  );
}

function merged(before: RecordContent, record: RecordContent): Pick<RecordContent, 'ids' | 'links' | 'codeLinks'> {
  const together = (a: string[] = [], b: string[] = []): string[] => [...new Set([...a, ...b])];
  const ids = { ...record.ids, ...before.ids };
  const links = together(before.links, record.links);
  const codeLinks = together(before.codeLinks, record.codeLinks);
  return {
    ...(Object.keys(ids).length > 0 && { ids }),
    ...(links.length > 0 && { links }),
    ...(codeLinks.length > 0 && { codeLinks }),
  };
}
