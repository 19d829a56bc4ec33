import { useMemo, useState } from 'preact/hooks';
import { whyNotOpened } from '../../lib/db/failures.ts';
import { useDetails } from '../hooks/use-details.ts';
import { usePapers } from '../hooks/use-papers.ts';
import type { ReadingList } from '../hooks/use-reading-list.ts';
import { PaperList } from '../paper/paper-list.tsx';
import { rowContent } from '../paper/row-content.ts';
import { count } from '../sentences.ts';
import { Footer, withCommandKey } from '../ui/footer.tsx';
import { Notice } from '../ui/notice.tsx';
import { CatalogueNotice } from './catalogue-notice.tsx';
import { OpenedPaper } from './opened-paper.tsx';
import { Panel } from './panel.tsx';
import type { PanelProps } from './panel-props.ts';

/** What the reader has saved, newest on top. */
export function ReadingListPanel({
  shown,
  catalogue,
  saved,
  saving,
  onRetry,
  list,
}: PanelProps & { list: ReadingList }) {
  const loaded = catalogue.state === 'ready' ? catalogue.catalogue : undefined;
  const [active, setActive] = useState(0);
  const details = useDetails();
  const { entries, error } = list;
  const papers = usePapers(loaded, entries?.map(({ paperId }) => paperId) ?? []);
  const rows = useMemo(
    () =>
      (entries ?? []).flatMap(({ paperId }) => {
        const paper = papers?.get(paperId);
        return loaded && paper ? rowContent(paper, [], loaded.digests) : [];
      }),
    [entries, papers, loaded],
  );

  const body = () => {
    if (!loaded) return <CatalogueNotice catalogue={catalogue} onRetry={onRetry} />;
    if (error) {
      return (
        <Notice title="The reading list can’t be read" tone="error" action={{ label: 'Try again', run: onRetry }}>
          {whyNotOpened(error)}
        </Notice>
      );
    }
    if (!entries || !papers) return null;
    if (rows.length === 0) {
      return (
        <Notice title="Nothing saved yet">
          Save a paper with its bookmark, or with <kbd>{withCommandKey('S')}</kbd> while you search. It stays here, on
          this computer.
        </Notice>
      );
    }
    return (
      <PaperList
        label="Reading list"
        rows={rows}
        saved={saved}
        active={Math.min(active, rows.length - 1)}
        onActive={setActive}
        onOpen={(paper) => details.open(paper)}
        onToggle={saving.toggle}
      />
    );
  };

  return (
    <Panel
      name="reading-list"
      shown={shown}
      over={
        loaded && details.opened && <OpenedPaper details={details} catalogue={loaded} saved={saved} saving={saving} />
      }
    >
      <div class="column">
        <div class="scroller">{body()}</div>
        <Footer
          status={rows.length > 0 ? `${count(rows.length, 'paper')} saved` : ''}
          hints={rows.length > 0 ? readingListHints() : []}
        />
      </div>
    </Panel>
  );
}

function readingListHints() {
  return [
    { keys: '↵', does: 'Open' },
    { keys: 'S', does: 'Remove' },
    { keys: withCommandKey('Z'), does: 'Undo' },
  ];
}
