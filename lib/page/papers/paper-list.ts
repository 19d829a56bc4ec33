/** The papers of a listing, each once, and what could not be read. */
import type { RefusalReason } from '../../core/formats/format-reader.ts';
import { type PlainFields, recordOf, whyNoTitle } from '../../core/formats/record-fields.ts';
import type { RecordContent } from '../../core/model/record.ts';
import { fold } from '../../core/text/fold.ts';
import { textIn } from './elements.ts';

/** Characters of an entry that a refusal shows. */
const SHOWN_LENGTH = 80;

/** Collects what entries say. */
export class PaperList {
  readonly papers: RecordContent[] = [];
  readonly refusals: { reason: RefusalReason; text: string }[] = [];
  /** Places of papers, by their names in catalogues. */
  private readonly byId = new Map<string, number>();
  /** Places of papers, by their folded titles. */
  private readonly byTitle = new Map<string, number[]>();

  /**
   * Takes what an entry says. An empty title is refused, a paper that was there before only adds
   * what was not known of it.
   */
  add(fields: PlainFields, entry: Element): void {
    const why = fold(fields.title) === '' ? 'no-title' : whyNoTitle(fields.title);
    if (why) this.refuse(why, entry);
    else this.take(recordOf(fields));
  }

  /** Says of an entry why it is not taken. */
  refuse(reason: RefusalReason, entry: Element): void {
    this.refusals.push({ reason, text: textIn(entry).slice(0, SHOWN_LENGTH) });
  }

  private take(record: RecordContent): void {
    const names = namesOf(record);
    const title = fold(record.title);
    const known =
      names.map((name) => this.byId.get(name)).find((place) => place !== undefined) ??
      this.byTitle.get(title)?.find((place) => !conflict(record, this.papers[place] as RecordContent));
    const place = known ?? this.papers.length;
    const before = this.papers[place];
    this.papers[place] = before ? { ...record, ...before, ...merged(before, record) } : record;
    for (const name of names) this.byId.set(name, place);
    if (known === undefined) this.byTitle.set(title, [...(this.byTitle.get(title) ?? []), place]);
  }
}

/** Names that belong to one paper. A DOI may be that of the whole volume. */
function namesOf({ ids = {} }: RecordContent): string[] {
  return (['arxiv', 'openreview', 'acl'] as const).flatMap((kind) => (ids[kind] ? [`${kind} ${ids[kind]}`] : []));
}

/** Whether two of the same title are two papers: their names, or their first authors, differ. */
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
