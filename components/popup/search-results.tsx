import { digestLabel } from '../../lib/core/digest-label.ts';
import { lookupLinks } from '../../lib/core/lookup-links.ts';
import type { Paper, PaperId } from '../../lib/core/paper.ts';
import type { CatalogueState } from '../hooks/use-catalogue.ts';
import type { SearchRows } from '../hooks/use-search-rows.ts';
import { LinkList } from '../paper/link-list.tsx';
import { PaperList } from '../paper/paper-list.tsx';
import { Notice } from '../ui/notice.tsx';
import { CatalogueNotice } from './catalogue-notice.tsx';

interface SearchResultsProps {
  catalogue: CatalogueState;
  found: SearchRows;
  saved: ReadonlySet<PaperId>;
  active: number;
  onActive(index: number): void;
  onOpen(paper: Paper): void;
  onToggle(paper: Paper): void;
  onLeave(): void;
  onRetry(): void;
}

/** What stands below the search box: answers, the latest digest, or why there are none. */
export function SearchResults({ catalogue, found, onRetry, ...list }: SearchResultsProps) {
  if (catalogue.state !== 'ready') return <CatalogueNotice catalogue={catalogue} onRetry={onRetry} />;
  if (found.isPreparing) return <p class="list-title late">Preparing the search. This happens once.</p>;
  if (found.answered === undefined) return null;
  const asked = found.answered.trim();
  if (found.rows.length > 0) {
    return (
      <>
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
