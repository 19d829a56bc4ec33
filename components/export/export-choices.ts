/** What can be exported, and what of it is. */
import type { Paper, PaperId, ReadingListEntry } from '../../lib/core/paper.ts';
import { citationKeys } from '../../lib/export/citation-keys.ts';
import type { ExportedPaper } from '../../lib/export/exported-paper.ts';
import { count } from '../sentences.ts';

/** Which papers: those that were selected, the reading list, those with a tag, or all. */
export type Scope = 'selection' | 'reading-list' | `tag:${string}` | 'catalogue';

/** What is there to export, as it was read from the database. */
export interface Exportable {
  papers: readonly Paper[];
  /** Topmost first. */
  entries: readonly ReadingListEntry[];
  /** Papers that the reader has selected, in their order. */
  selection: readonly PaperId[];
}

/** A scope as it is offered. */
export interface ScopeChoice {
  scope: Scope;
  label: string;
  /** How many papers it has. */
  count: number;
}

/** The scopes that are offered; a selection only where there is one. */
export function scopesOf(exportable: Exportable): ScopeChoice[] {
  const tags = new Set(exportable.entries.flatMap((entry) => entry.tags));
  const scopes: [Scope, string][] = [
    ...(exportable.selection.length > 0 ? [['selection', 'Selected papers'] as [Scope, string]] : []),
    ['reading-list', 'Reading list'],
    ...[...tags].sort((a, b) => a.localeCompare(b)).map((tag): [Scope, string] => [`tag:${tag}`, `Tagged “${tag}”`]),
    ['catalogue', 'Whole catalogue'],
  ];
  const known = new Set(exportable.papers.map(({ id }) => id));
  return scopes.map(([scope, label]) => ({
    scope,
    label,
    count: idsIn(scope, exportable).filter((id) => known.has(id)).length,
  }));
}

/** The papers of a scope in the order of their list, and those of the whole catalogue by their keys. */
export function papersIn(scope: Scope, exportable: Exportable): ExportedPaper[] {
  const { papers, entries } = exportable;
  const keys = citationKeys(papers);
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
  const tag = scope === 'reading-list' ? undefined : scope.slice('tag:'.length);
  const listed = entries.filter(({ tags }) => tag === undefined || tags.includes(tag));
  return listed.map(({ paperId }) => paperId);
}

/** The name of a file, without its ending: "paperlight-reading-list". */
export function fileNameOf(scope: Scope): string {
  const name = scope
    .replace(/^tag:/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `paperlight-${name.slice(0, 60) || 'tag'}`;
}

/** What was done with how many papers: "Copied 12 papers as BibTeX." */
export function whatWasExported(verb: 'Copied' | 'Saved', number: number, as: string): string {
  return `${verb} ${count(number, 'paper')} as ${as}.`;
}
