/**
 * The views of the reading list in the library page, each of which has its own address:
 * `library.html?view=list&status=reading`.
 */
import { browser } from 'wxt/browser';
import type { ReadingStatus } from '../../core/model/entry.ts';
import type { PaperId } from '../../core/model/paper.ts';

/** The order of the reading list: by hand, latest saved first, or by title. */
export type QueueOrder = 'hand' | 'saved' | 'title';

/** What the reading list shows. */
export interface QueueView {
  /** What the list is searched for. */
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
  /** The paper that is open. */
  paper: PaperId | null;
}

const NAME = 'list';

/** Whether an address names the reading list, by what stands after its question mark. */
export function isQueue(search: string): boolean {
  return new URLSearchParams(search).get('view') === NAME;
}

/** The view that an address names; anything else that stands there is left alone. */
export function queueViewOf(search: string): QueueView {
  const asked = new URLSearchParams(search);
  const status = asked.get('status');
  const order = asked.get('sort');
  return {
    query: asked.get('q') ?? '',
    status: status === 'to-read' || status === 'reading' || status === 'read' ? status : null,
    tags: asked.getAll('tag').filter(Boolean),
    without: asked.getAll('not').filter(Boolean),
    untagged: asked.get('tagged') === 'no',
    order: order === 'saved' || order === 'title' ? order : 'hand',
    paper: asked.get('paper') || null,
  };
}

/** What stands in an address from its question mark on, to name a view. */
export function queueSearchOf({ query, status, tags, without, untagged, order, paper }: QueueView): string {
  const named = new URLSearchParams({ view: NAME });
  if (query) named.set('q', query);
  if (status) named.set('status', status);
  for (const tag of tags) named.append('tag', tag);
  for (const tag of without) named.append('not', tag);
  if (untagged) named.set('tagged', 'no');
  if (order !== 'hand') named.set('sort', order);
  if (paper) named.set('paper', paper);
  return `?${named}`;
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
