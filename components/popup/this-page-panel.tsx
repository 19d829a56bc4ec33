import { useMemo, useState } from 'preact/hooks';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { rowContent } from '../paper/row-content.ts';
import { usePapers } from '../search/use-papers.ts';
import { whySettingNotKept } from '../ui/failure-sentences.ts';
import { Footer, hintOf } from '../ui/footer.tsx';
import { shortcuts } from '../ui/shortcuts.ts';
import type { Toast } from '../ui/use-toast.ts';
import type { CurrentPage } from './current-page.ts';
import { HighlightSwitches } from './highlight-switches.tsx';
import { OpenedPaper } from './opened-paper.tsx';
import { PageOfferView } from './page-offer-view.tsx';
import { isMarked, PagePapers } from './page-papers.tsx';
import type { PanelProps } from './panel.tsx';
import { Panel } from './panel.tsx';
import { useDetails } from './use-details.ts';
import { usePagePapers } from './use-page-papers.ts';

interface ThisPagePanelProps extends PanelProps {
  page: CurrentPage;
  show(toast: Toast): void;
}

/** The papers on the page in the current tab, and switches for marking. */
export function ThisPagePanel({ shown, catalogue, saved, saving, onRetry, page, show }: ThisPagePanelProps) {
  const loaded = catalogue.state === 'ready' ? catalogue.catalogue : undefined;
  const settings = useSettings((error) => show({ text: whySettingNotKept(error), tone: 'error' }));
  const [active, setActive] = useState(0);
  const details = useDetails();
  const papers = usePapers(
    loaded,
    page.mentions.map(({ paperId }) => paperId),
  );
  const rows = useMemo(
    () =>
      page.mentions.flatMap(({ paperId, occurrences }) => {
        const paper = papers?.get(paperId);
        return loaded && paper ? rowContent(paper, [], loaded.digests, { note: times(occurrences) }) : [];
      }),
    [page.mentions, papers, loaded],
  );
  const isRead = shown && settings.settings !== undefined && isMarked(settings.settings, page);
  const pagePapers = usePagePapers(page, isRead, loaded?.count);
  const hints = [hintOf(shortcuts.page, 'open'), hintOf(shortcuts.page, 'save')];
  return (
    <Panel
      name="this-page"
      shown={shown}
      over={
        loaded && details.opened && <OpenedPaper details={details} catalogue={loaded} saved={saved} saving={saving} />
      }
    >
      <div class="column">
        <div class="scroller">
          <PageOfferView papers={pagePapers} saved={saved} saving={saving} />
          <PagePapers
            catalogue={catalogue}
            page={page}
            settings={settings}
            rows={rows}
            saved={saved}
            active={Math.min(active, Math.max(0, rows.length - 1))}
            onActive={setActive}
            onDetails={(paper) => details.open(paper)}
            onToggle={saving.toggle}
            onRetry={onRetry}
          />
        </div>
        <HighlightSwitches site={page.site} control={settings} />
        <Footer
          status={rows.length > 0 ? t('popup.papersOnPage', rows.length, { n: formatNumber(rows.length) }) : ''}
          hints={rows.length > 0 ? hints : []}
        />
      </div>
    </Panel>
  );
}

function times(occurrences: number): string {
  return t('popup.timesOnPage', occurrences, { n: formatNumber(occurrences) });
}
