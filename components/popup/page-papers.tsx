import type { Paper, PaperId } from '../../lib/core/model/paper.ts';
import { isSiteOff } from '../../lib/extension/browser/settings.ts';
import type { Settings } from '../../lib/extension/browser/stored-settings.ts';
import { t } from '../../lib/words/words.ts';
import type { SettingsControl } from '../hooks/use-settings.ts';
import { PaperList } from '../paper/paper-list.tsx';
import type { RowContent } from '../paper/row-content.ts';
import type { CatalogueState } from '../search/catalogue.ts';
import { CatalogueNotice } from '../search/catalogue-notice.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { shortcuts } from '../ui/shortcuts.ts';
import type { CurrentPage } from './current-page.ts';
import { NotMarked } from './not-marked.tsx';
import { WithheldPage } from './withheld-page.tsx';

interface PagePapersProps {
  catalogue: CatalogueState;
  page: CurrentPage;
  settings: SettingsControl;
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
  const { catalogue, page, settings, onRetry } = props;
  if (catalogue.state !== 'ready') return <CatalogueNotice catalogue={catalogue} onRetry={onRetry} />;
  if (!page.isWithheld || settings.settings?.mode === 'off') return <ReadPage {...props} />;
  return (
    <>
      <WithheldPage site={page.site} />
      {page.state === 'open' && <ReadPage {...props} />}
    </>
  );
}

/** What was read from the page, or why nothing was. */
function ReadPage(props: PagePapersProps) {
  const { catalogue, page, settings, rows, onRetry, onDetails, ...list } = props;
  if (page.state === 'unreadable') {
    return <Notice title={t('popup.unreadablePage')}>{t('popup.unreadablePageHint')}</Notice>;
  }
  if (settings.settings && page.site && !isMarked(settings.settings, page)) {
    return <NotMarked page={page} site={page.site} settings={settings.settings} change={settings.change} />;
  }
  if (page.state === 'connecting') return null;
  if (rows.length === 0) {
    return <Notice title={t('popup.noneOnPage')}>{t('popup.noneOnPageHint')}</Notice>;
  }
  return (
    <PaperList
      id="mentioned"
      keys={shortcuts.page}
      label={t('popup.onPage')}
      rows={rows}
      {...list}
      onOpen={(paper) => page.reveal(paper.id)}
      extra={(paper, tabIndex) => (
        <button
          type="button"
          class="row-details"
          title={t('popup.abstractAndLinks')}
          tabIndex={tabIndex}
          onClick={() => onDetails(paper)}
        >
          <Icon name="abstract" />
          <span class="unseen">{t('popup.details')}</span>
        </button>
      )}
    />
  );
}

/** Whether the page is marked, by the reader's settings and requests. */
export function isMarked(settings: Settings, { isAsked, site }: CurrentPage): boolean {
  return settings.mode === 'asked' ? isAsked : settings.mode === 'always' && !isSiteOff(settings, site?.address ?? '');
}
