/**
 * Reads the papers of our own backups (lib/core/backup) like any other import. Restoring the list
 * is a different operation.
 */
import { workTypes } from '../model/record.ts';
import { statuses } from '../model/statuses.ts';
import type { ReaderData } from './format-reader.ts';
import { fieldsIn, type JsonFields, listIn, peopleIn, plain, textIn, textsIn } from './json-values.ts';
import type { PlainFields } from './record-fields.ts';

/**
 * Makes a function that reads a paper from an item of a backup; undefined for other items. Entries
 * of the list come first.
 */
export function backupItems(): (item: JsonFields) => { fields: PlainFields; own?: ReaderData } | undefined {
  const entries = new Map<string, ReaderData>();
  return (item) => {
    if (typeof item.paperId === 'string' && 'status' in item && 'tags' in item) {
      if (item.deletedAt === null) entries.set(item.paperId, entryIn(item));
      return undefined;
    }
    if (typeof item.title !== 'string' || !Array.isArray(item.digestIds)) return undefined;
    const own = entries.get(textIn(item.id));
    return { fields: paperIn(item), ...(own && { own }) };
  };
}

function entryIn(item: JsonFields): ReaderData {
  const status = statuses.find((one) => one.status === item.status)?.status;
  const [tags, note] = [textsIn(item.tags), textIn(item.note)];
  return { ...(status && { status }), ...(tags.length > 0 && { tags }), ...(note !== '' && { note }) };
}

function paperIn(item: JsonFields): PlainFields {
  const ids = { ...fieldsIn(item.said), ...fieldsIn(item.known) };
  const acl = textIn(ids.acl);
  return {
    title: plain(item.title),
    abstract: plain(item.abstract),
    authors: listIn(item.authors).flatMap((author) => peopleIn(fieldsIn(author))),
    date: textIn(item.year),
    venue: plain(item.venue),
    type: workTypes.find((type) => type === item.type),
    doi: textIn(ids.doi),
    arxiv: textIn(ids.arxiv),
    openreview: textIn(ids.openreview),
    pmid: textIn(ids.pmid),
    addresses: [...(acl ? [`https://aclanthology.org/${acl}/`] : []), ...textsIn(item.links)],
    code: textsIn(item.codeLinks),
    keywords: textsIn(item.keywords),
  };
}
