/**
 * The views of the reading list in the library page, each with its own address:
 * `library.html?view=list&status=reading`.
 */
import { browser } from 'wxt/browser';
import type { ReadingStatus } from '../../core/model/entry.ts';
import type { PaperId } from '../../core/model/paper.ts';

/** The order of the reading list: manual, latest saved first, or by title. */
export type QueueOrder = 'hand' | 'saved' | 'title';

/** What the reading list shows. */
export interface QueueView {
  /** The search query. */
  query: string;
  /** Only papers of this status. */
  status: ReadingStatus | null;
  /** Only papers that have all of these tags. */
  tags: string[];
  /** Only papers that have none of these tags. */
  without: string[];
  /** Only papers without any tag. */
  untagged: boolean;
  order: QueueOrder;
  /** The open paper. */
  paper: PaperId | null;
}

const VIEW_NAME = 'list';

/** Whether an address's query string names the reading list. */
export function isQueue(search: string): boolean {
  return new URLSearchParams(search).get('view') === VIEW_NAME;
}

/** The view in an address's query string; other parameters are ignored. */
export function queueViewOf(search: string): QueueView {
  const params = new URLSearchParams(search);
  const status = params.get('status');
  const order = params.get('sort');
  return {
    query: params.get('q') ?? '',
    status: status === 'to-read' || status === 'reading' || status === 'read' ? status : null,
    tags: params.getAll('tag').filter(Boolean),
    without: params.getAll('not').filter(Boolean),
    untagged: params.get('tagged') === 'no',
    order: order === 'saved' || order === 'title' ? order : 'hand',
    paper: params.get('paper') || null,
  };
}

/** The query string for a view. */
export function queueSearchOf({ query, status, tags, without, untagged, order, paper }: QueueView): string {
  const params = new URLSearchParams({ view: VIEW_NAME });
  if (query) params.set('q', query);
  if (status) params.set('status', status);
  for (const tag of tags) params.append('tag', tag);
  for (const tag of without) params.append('not', tag);
  if (untagged) params.set('tagged', 'no');
  if (order !== 'hand') params.set('sort', order);
  if (paper) params.set('paper', paper);
  return `?${params}`;
}

/** The address of a view of the reading list. */
export function queueAddress(view: Partial<QueueView> = {}): string {
  return (
    browser.runtime.getURL('/library.html') +
    queueSearchOf({
      query: '',
      status: null,
      tags: [],
      without: [],
      untagged: false,
      order: 'hand',
      paper: null,
      ...view,
    })
  );
}
