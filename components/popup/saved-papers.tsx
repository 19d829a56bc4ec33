import { useMemo, useState } from 'preact/hooks';
import '../styles/saved-papers.css';
import type { PaperId, ReadingListEntry, ReadingStatus } from '../../lib/core/paper.ts';
import { labelOf, nextStatus, statuses, statusOfKey } from '../../lib/core/statuses.ts';
import { setStatus } from '../../lib/db/entry-changes.ts';
import { whyNotOpened } from '../../lib/db/failures.ts';
import { queueAddress } from '../../lib/extension/queue-view.ts';
import { useDetails } from '../hooks/use-details.ts';
import { usePapers } from '../hooks/use-papers.ts';
import type { ReadingList } from '../hooks/use-reading-list.ts';
import { PaperList } from '../paper/paper-list.tsx';
import { rowContent } from '../paper/row-content.ts';
import { count } from '../sentences.ts';
import { Footer, type Hint, withCommandKey } from '../ui/footer.tsx';
import { Notice } from '../ui/notice.tsx';
import { CatalogueNotice } from './catalogue-notice.tsx';
import { OpenedPaper } from './opened-paper.tsx';
import { Panel } from './panel.tsx';
import type { PanelProps } from './panel-props.ts';

/** The papers that the reader has saved, with their status and tags. */
export function SavedPapers({ shown, catalogue, saved, saving, onRetry, list }: PanelProps & { list: ReadingList }) {
  const loaded = catalogue.state === 'ready' ? catalogue.catalogue : undefined;
  const [active, setActive] = useState(0);
  const [status, setShownStatus] = useState<ReadingStatus | null>(null);
  const details = useDetails();
  const { entries, error } = list;
  const byPaper = useMemo(() => new Map(entries?.map((entry) => [entry.paperId, entry])), [entries]);
  const papers = usePapers(loaded, entries?.map(({ paperId }) => paperId) ?? []);
  const rows = useMemo(
    () =>
      (entries ?? []).flatMap((entry) => {
        const paper = papers?.get(entry.paperId);
        if (!loaded || !paper || (status && entry.status !== status)) return [];
        return rowContent(paper, [], loaded.digests, noteOf(entry));
      }),
    [entries, papers, loaded, status],
  );
  const missing = papers ? (entries ?? []).filter(({ paperId }) => !papers.has(paperId)).length : 0;
  const change = (paperId: PaperId, status: ReadingStatus): void => {
    void saving.change(() => setStatus([paperId], status));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const paper = rows[active]?.paper;
    const inList = event.target instanceof Element && event.target.closest('[data-index]');
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !paper || !inList) return;
    const entry = byPaper.get(paper.id);
    const wanted = event.key.toLowerCase() === 'r' && entry ? nextStatus(entry.status) : statusOfKey(event.key);
    if (!wanted) return;
    event.preventDefault();
    change(paper.id, wanted);
  };

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
    if (entries.length === 0) {
      return (
        <Notice title="Nothing saved yet">
          Save a paper with its bookmark, or with <kbd>{withCommandKey('S')}</kbd> while you search. It stays here, on
          this computer only.
        </Notice>
      );
    }
    if (rows.length === 0 && status) {
      const all = { label: 'Show all', run: () => setShownStatus(null) };
      return <Notice title={`No paper is marked “${labelOf(status)}”`} action={all} />;
    }
    return (
      <PaperList
        id="saved"
        label="Reading list"
        rows={rows}
        saved={saved}
        active={Math.min(active, rows.length - 1)}
        onActive={setActive}
        onOpen={(paper) => details.open(paper)}
        onToggle={saving.toggle}
        extra={({ id }, tabIndex) => {
          const current = byPaper.get(id)?.status ?? 'to-read';
          return (
            <button
              type="button"
              class="row-details row-status"
              data-status={current}
              title={`${labelOf(current)}. Press for “${labelOf(nextStatus(current))}”`}
              aria-label={`Status: ${labelOf(current)}`}
              tabIndex={tabIndex}
              onClick={() => change(id, nextStatus(current))}
            />
          );
        }}
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that rise from the row that has the focus */}
      <div class="column" onKeyDown={onKeyDown}>
        {entries && entries.length > 0 && (
          <fieldset class="status-filter" aria-label="Show">
            {[{ status: null, label: 'All' }, ...statuses].map((choice) => (
              <button
                key={choice.label}
                type="button"
                class="chip"
                aria-current={choice.status === status}
                onClick={() => setShownStatus(choice.status)}
              >
                {choice.label} <span class="chip-count">{countOf(entries, choice.status)}</span>
              </button>
            ))}
            <a class="status-all" href={queueAddress()} target="_blank" rel="noopener">
              Arrange
            </a>
          </fieldset>
        )}
        <div class="scroller">{body()}</div>
        <Footer status={statusLine(rows.length, missing)} hints={rows.length > 0 ? hints() : []} />
      </div>
    </Panel>
  );
}

function countOf(entries: readonly ReadingListEntry[], status: ReadingStatus | null): number {
  return status ? entries.filter((entry) => entry.status === status).length : entries.length;
}

/** "Reading · vision, later". */
function noteOf({ status, tags }: ReadingListEntry): string {
  return [labelOf(status), tags.join(', ')].filter(Boolean).join(' · ');
}

function statusLine(shown: number, missing: number): string {
  if (missing > 0) return `${count(shown, 'paper')}, ${missing} not in the catalogue`;
  return shown > 0 ? `${count(shown, 'paper')} saved` : '';
}

function hints(): Hint[] {
  return [
    { keys: '↵', does: 'Open' },
    { keys: 'R', does: 'Status' },
    { keys: 'S', does: 'Remove' },
    { keys: withCommandKey('Z'), does: 'Undo' },
  ];
}
