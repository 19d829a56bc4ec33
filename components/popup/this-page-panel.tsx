import { useMemo, useState } from 'preact/hooks';
import type { CurrentPage } from '../hooks/use-current-page.ts';
import { useDetails } from '../hooks/use-details.ts';
import { usePapers } from '../hooks/use-papers.ts';
import { useSettings } from '../hooks/use-settings.ts';
import type { Toast } from '../hooks/use-toast.ts';
import { rowContent } from '../paper/row-content.ts';
import { count, whySettingNotKept } from '../sentences.ts';
import { Footer } from '../ui/footer.tsx';
import { HighlightSwitches } from './highlight-switches.tsx';
import { OpenedPaper } from './opened-paper.tsx';
import { PagePapers } from './page-papers.tsx';
import { Panel } from './panel.tsx';
import type { PanelProps } from './panel-props.ts';

interface ThisPagePanelProps extends PanelProps {
  page: CurrentPage;
  show(toast: Toast): void;
}

/** The papers that the page in the current tab names, and whether pages are marked. */
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
        return loaded && paper ? rowContent(paper, [], loaded.digests, times(occurrences)) : [];
      }),
    [page.mentions, papers, loaded],
  );
  const hints = [
    { keys: '↵', does: 'Show on the page' },
    { keys: 'S', does: 'Save' },
  ];
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
        <HighlightSwitches site={page.site} known={settings} />
        <Footer
          status={rows.length > 0 ? `${count(rows.length, 'paper')} on this page` : ''}
          hints={rows.length > 0 ? hints : []}
        />
      </div>
    </Panel>
  );
}

function times(occurrences: number): string {
  return occurrences === 1 ? 'Once on this page' : `${occurrences} times on this page`;
}
