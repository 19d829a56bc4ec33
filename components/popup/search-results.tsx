import type { ComponentChildren } from 'preact';
import { digestLabel } from '../../lib/core/digest-label.ts';
import type { Paper, PaperId } from '../../lib/core/paper.ts';
import type { CatalogueState } from '../hooks/use-catalogue.ts';
import type { SearchRows } from '../hooks/use-search-rows.ts';
import { PaperList } from '../paper/paper-list.tsx';
import { Notice } from '../ui/notice.tsx';
import { LastRows } from './last-rows.tsx';

interface SearchResultsProps {
  catalogue: CatalogueState;
  found: SearchRows;
  /** What stood there last time, until there is something new. */
  lastRows: readonly Node[];
  /** The latest searches, shown while nothing is asked. */
  recent: ComponentChildren;
  /** What is shown when no paper answers a query. */
  noAnswer(query: string): ComponentChildren;
  saved: ReadonlySet<PaperId>;
  active: number;
  onActive(index: number): void;
  onOpen(paper: Paper): void;
  onToggle(paper: Paper): void;
  onLeave(): void;
  /** What is shown while there are no papers. */
  notice: ComponentChildren;
}

/** What stands below the search box: answers, the latest digest, or why there are none. */
export function SearchResults(props: SearchResultsProps) {
  const { catalogue, found, lastRows, recent, noAnswer, notice, ...list } = props;
  const isOpening = catalogue.state === 'opening' || (catalogue.state === 'ready' && found.answered === undefined);
  if (isOpening && lastRows.length > 0) return <LastRows rows={lastRows} />;
  if (catalogue.state !== 'ready') return notice;
  if (found.isPreparing) return <p class="list-title late">Preparing the search. This happens once.</p>;
  if (found.answered === undefined) return null;
  const asked = found.answered.trim();
  if (found.rows.length > 0) {
    return (
      <>
        {found.latest && recent}
        {found.latest && <p class="list-title">{`Latest digest: ${digestLabel(found.latest)}`}</p>}
        <PaperList id="found" label="Results" rows={found.rows} isFleeting {...list} />
      </>
    );
  }
  if (asked === '') {
    return <Notice title="No papers yet">The digests that come with Paperlight are empty.</Notice>;
  }
  return noAnswer(asked);
}
