/** What can be exported, and the reader's choice of it. */
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import type { Paper, PaperId } from '../../lib/core/model/paper.ts';
import { tagKey } from '../../lib/core/model/tag-key.ts';
import { tagsByUse } from '../../lib/core/model/tags.ts';
import { type Cited, citationKeys } from '../../lib/export/citation-keys.ts';
import type { ExportedPaper } from '../../lib/export/exported-paper.ts';
import type { ExportFormat } from '../../lib/export/formats.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';

/** Which papers: the selection, the reading list, those with a tag, or all. */
export type Scope = 'selection' | 'reading-list' | `tag:${string}` | 'catalogue';

/** The data to export, as read from the database. */
export interface Exportable {
  papers: readonly Paper[];
  /** Topmost first. */
  entries: readonly ReadingListEntry[];
  /** Papers that the reader has selected, in order. */
  selection: readonly PaperId[];
  /** The data for citation keys, if they differ from `papers`. */
  cited?: readonly Cited[];
}

/** An offered scope. */
export interface ScopeChoice {
  scope: Scope;
  label: string;
  /** The number of its papers. */
  count: number;
}

/** The offered scopes; a selection only if there is one. */
export function scopesOf(exportable: Exportable): ScopeChoice[] {
  const tags = tagsByUse(exportable.entries).map(({ tag }) => tag);
  const scopes: [Scope, string][] = [
    ...(exportable.selection.length > 0 ? [['selection', t('export.selection')] as [Scope, string]] : []),
    ['reading-list', t('export.readingList')],
    ...tags
      .sort((a, b) => a.localeCompare(b))
      .map((tag): [Scope, string] => [`tag:${tag}`, t('export.tagged', { tag })]),
    ['catalogue', t('export.catalogue')],
  ];
  const known = new Set(exportable.papers.map(({ id }) => id));
  return scopes.map(([scope, label]) => ({
    scope,
    label,
    count: idsIn(scope, exportable).filter((id) => known.has(id)).length,
  }));
}

/**
 * The papers of a scope in the order of the list, or those of the whole catalogue by citation key.
 */
export function papersIn(scope: Scope, exportable: Exportable): ExportedPaper[] {
  const { papers, entries, cited = papers } = exportable;
  const keys = citationKeys(cited);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const entryById = new Map(entries.map((entry) => [entry.paperId, entry]));
  const exported = idsIn(scope, exportable).flatMap((id) => {
    const paper = byId.get(id);
    return paper ? [{ paper, entry: entryById.get(id), key: keys.get(id) as string }] : [];
  });
  if (scope === 'catalogue') exported.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return exported;
}

function idsIn(scope: Scope, { papers, entries, selection }: Exportable): readonly PaperId[] {
  if (scope === 'selection') return selection;
  if (scope === 'catalogue') return papers.map(({ id }) => id);
  const key = scope === 'reading-list' ? undefined : tagKey(scope.slice('tag:'.length));
  const listed = entries.filter(({ tags }) => key === undefined || tags.some((tag) => tagKey(tag) === key));
  return listed.map(({ paperId }) => paperId);
}

/** The name of a file without extension: "paperlight-reading-list". */
export function fileNameOf(scope: Scope): string {
  const name = scope
    .replace(/^tag:/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `paperlight-${name.slice(0, 60) || 'tag'}`;
}

/** The outcome: "Copied 12 papers as BibTeX." */
export function whatWasExported(done: 'copied' | 'saved', number: number, format: string): string {
  return t(done === 'copied' ? 'export.copied' : 'export.saved', number, { n: formatNumber(number), format });
}

/** What a format is for. Names of programs are the same in all languages. */
export function hintOf(format: ExportFormat): string {
  switch (format) {
    case 'bibtex':
      return 'LaTeX, JabRef, Zotero';
    case 'ris':
      return 'EndNote, Mendeley, Zotero';
    case 'csl':
      return 'Pandoc, Zotero';
    case 'markdown':
      return t('export.markdownHint');
    case 'csv':
      return t('export.csvHint');
  }
}
