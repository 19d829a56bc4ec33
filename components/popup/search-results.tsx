import { digestLabel } from '../../lib/core/digest-label.ts';
import { lookupLinks } from '../../lib/core/lookup-links.ts';
import type { Paper, PaperId } from '../../lib/core/paper.ts';
import type { CatalogueState } from '../hooks/use-catalogue.ts';
import type { SearchRows } from '../hooks/use-search-rows.ts';
import { LinkList } from '../paper/link-list.tsx';
import { PaperList } from '../paper/paper-list.tsx';
import { Notice } from '../ui/notice.tsx';
import { CatalogueNotice } from './catalogue-notice.tsx';
import { LastRows } from './last-rows.tsx';
import { RecentSearches } from './recent-searches-row.tsx';

interface SearchResultsProps {
  catalogue: CatalogueState;
  found: SearchRows;
  /** What stood there last time, until there is something new. */
  lastRows: readonly Node[];
  /** The latest searches, the last one first. */
  recent: readonly string[];
  onAsk(query: string): void;
  onForget(): void;
  saved: ReadonlySet<PaperId>;
  active: number;
  onActive(index: number): void;
  onOpen(paper: Paper): void;
  onToggle(paper: Paper): void;
  onLeave(): void;
  onRetry(): void;
}

/** What stands below the search box: answers, the latest digest, or why there are none. */
export function SearchResults(props: SearchResultsProps) {
  const { catalogue, found, lastRows, recent, onAsk, onForget, onRetry, ...list } = props;
  const isOpening = catalogue.state === 'opening' || (catalogue.state === 'ready' && found.answered === undefined);
  if (isOpening && lastRows.length > 0) return <LastRows rows={lastRows} />;
  if (catalogue.state !== 'ready') return <CatalogueNotice catalogue={catalogue} onRetry={onRetry} />;
  if (found.isPreparing) return <p class="list-title late">Preparing the search. This happens once.</p>;
  if (found.answered === undefined) return null;
  const asked = found.answered.trim();
  if (found.rows.length > 0) {
    return (
      <>
        {found.latest && recent.length > 0 && <RecentSearches recent={recent} onAsk={onAsk} onForget={onForget} />}
        {found.latest && <p class="list-title">{`Latest digest: ${digestLabel(found.latest)}`}</p>}
        <PaperList label="Results" rows={found.rows} {...list} />
      </>
    );
  }
  if (asked === '') {
    return <Notice title="No papers yet">The digests that come with Paperlight are empty.</Notice>;
  }
  return (
    <>
      <Notice title={`No paper answers “${asked}”`}>
        Try fewer words, or only the beginning of one. Titles and abstracts are searched; small misspellings do no harm.
      </Notice>
      <div class="elsewhere">
        <LinkList
          title="Look it up elsewhere"
          icon="away"
          links={lookupLinks(asked).map(({ site, url }) => ({ text: site, url }))}
        />
      </div>
    </>
  );
}
