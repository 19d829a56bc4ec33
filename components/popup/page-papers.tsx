import type { Paper, PaperId } from '../../lib/core/paper.ts';
import { marksSite, withSite } from '../../lib/extension/settings.ts';
import type { CatalogueState } from '../hooks/use-catalogue.ts';
import type { CurrentPage } from '../hooks/use-current-page.ts';
import type { KnownSettings } from '../hooks/use-settings.ts';
import { PaperList } from '../paper/paper-list.tsx';
import type { RowContent } from '../paper/row-content.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { CatalogueNotice } from './catalogue-notice.tsx';

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
  const { hostname } = page;
  if (page.state === 'unreadable') {
    return (
      <Notice title="This page can’t be read">
        Pages of the browser itself, its extension store and its PDF viewer are closed to extensions.
      </Notice>
    );
  }
  if (hostname !== null && settings.settings && !marksSite(settings.settings, hostname)) {
    return <HighlightingOff hostname={hostname} settings={settings} everywhere={!settings.settings.highlighting} />;
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

interface HighlightingOffProps {
  hostname: string;
  settings: KnownSettings;
  everywhere: boolean;
}

function HighlightingOff({ hostname, settings: { settings, change }, everywhere }: HighlightingOffProps) {
  const turnOn = (): void => {
    if (settings) change({ highlighting: true, ...withSite(settings, hostname, true) });
  };
  return (
    <Notice
      title={everywhere ? 'Highlighting is off' : `Highlighting is off on ${hostname}`}
      action={{ label: 'Turn on', run: turnOn }}
    >
      Titles are neither marked nor looked for {everywhere ? 'on any page' : 'on this site'}.
    </Notice>
  );
}
