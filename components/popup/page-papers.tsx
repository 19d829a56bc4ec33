import type { Paper, PaperId } from '../../lib/core/paper.ts';
import type { Site } from '../../lib/extension/current-page.ts';
import { isSiteOff } from '../../lib/extension/settings.ts';
import type { Settings } from '../../lib/extension/stored-settings.ts';
import type { CatalogueState } from '../hooks/use-catalogue.ts';
import type { CurrentPage } from '../hooks/use-current-page.ts';
import type { KnownSettings } from '../hooks/use-settings.ts';
import { PaperList } from '../paper/paper-list.tsx';
import type { RowContent } from '../paper/row-content.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { CatalogueNotice } from './catalogue-notice.tsx';
import { NotMarked } from './not-marked.tsx';

interface PagePapersProps {
  catalogue: CatalogueState;
  page: CurrentPage;
  settings: KnownSettings;
  rows: readonly RowContent[];
  saved: ReadonlySet<PaperId>;
  active: number;
  onActive(index: number): void;
  onDetails(paper: Paper): void;
  onToggle(paper: Paper): void;
  onRetry(): void;
}

/** The papers on the page, or why there are none. */
export function PagePapers(props: PagePapersProps) {
  const { catalogue, page, settings, rows, onRetry, onDetails, ...list } = props;
  if (catalogue.state !== 'ready') return <CatalogueNotice catalogue={catalogue} onRetry={onRetry} />;
  if (page.state === 'unreadable') {
    return (
      <Notice title="This page can’t be read">
        Pages of the browser itself, its extension store and its PDF viewer are closed to extensions.
      </Notice>
    );
  }
  if (settings.settings && page.site && !isMarked(settings.settings, page, page.site)) {
    return <NotMarked page={page} site={page.site} settings={settings.settings} change={settings.change} />;
  }
  if (page.state === 'connecting') return null;
  if (rows.length === 0) {
    return (
      <Notice title="No known papers on this page">
        When the title of a paper from your digests stands on the page, it is marked there and listed here.
      </Notice>
    );
  }
  return (
    <PaperList
      id="mentioned"
      label="Papers on this page"
      rows={rows}
      {...list}
      onOpen={(paper) => page.reveal(paper.id)}
      extra={(paper, tabIndex) => (
        <button
          type="button"
          class="row-details"
          title="Abstract and links"
          tabIndex={tabIndex}
          onClick={() => onDetails(paper)}
        >
          <Icon name="abstract" />
          <span class="unseen">Details</span>
        </button>
      )}
    />
  );
}

function isMarked(settings: Settings, page: CurrentPage, site: Site): boolean {
  return settings.mode === 'asked' ? page.isAsked : settings.mode === 'always' && !isSiteOff(settings, site.address);
}
