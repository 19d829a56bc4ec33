import { useMemo, useState } from 'preact/hooks';
import { formatNumber } from '../../lib/words/numbers.ts';
import { statusWord } from '../../lib/words/status-words.ts';
import { t } from '../../lib/words/words.ts';
import { papersWord } from '../ui/papers-word.ts';
import { RichText } from '../ui/rich-text.tsx';
import '../styles/saved-papers.css';
import type { ReadingListEntry, ReadingStatus } from '../../lib/core/model/entry.ts';
import type { PaperId } from '../../lib/core/model/paper.ts';
import { nextStatus, statuses } from '../../lib/core/model/statuses.ts';
import { advanceStatus, setStatus } from '../../lib/db/entry-changes.ts';
import { whyNotOpened } from '../../lib/extension/browser/failure-words.ts';
import { queueAddress } from '../../lib/extension/browser/queue-view.ts';
import type { ReadingList } from '../hooks/use-reading-list.ts';
import { PaperList } from '../paper/paper-list.tsx';
import { entryNote, rowContent } from '../paper/row-content.ts';
import { CatalogueNotice } from '../search/catalogue-notice.tsx';
import { usePapers } from '../search/use-papers.ts';
import { Footer, type Hint, hintOf } from '../ui/footer.tsx';
import { shown as keyShown } from '../ui/keys.ts';
import { Notice } from '../ui/notice.tsx';
import { shortcuts } from '../ui/shortcuts.ts';
import { AddPapersLink } from './no-answer.tsx';
import { OpenedPaper } from './opened-paper.tsx';
import type { PanelProps } from './panel.tsx';
import { Panel } from './panel.tsx';
import { useDetails } from './use-details.ts';

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
        return rowContent(paper, [], loaded.digests, { note: entryNote(entry) });
      }),
    [entries, papers, loaded, status],
  );
  const missing = papers ? (entries ?? []).filter(({ paperId }) => !papers.has(paperId)).length : 0;
  const change = (paperId: PaperId, status: ReadingStatus): void => {
    void saving.change(() => setStatus([paperId], status));
  };

  const body = () => {
    if (!loaded) return <CatalogueNotice catalogue={catalogue} onRetry={onRetry} />;
    if (error) {
      return (
        <Notice title={t('list.unreadable')} tone="error" action={{ label: t('shared.tryAgain'), run: onRetry }}>
          {whyNotOpened(error)}
        </Notice>
      );
    }
    if (!entries || !papers) return null;
    if (entries.length === 0) {
      return (
        <>
          <Notice title={t('list.empty')}>
            <RichText of="popup.emptyListHint" parts={{ key: <kbd>{keyShown('Mod+S')}</kbd> }} />
          </Notice>
          <p class="elsewhere-add">
            <AddPapersLink />
          </p>
        </>
      );
    }
    if (rows.length === 0 && status) {
      const all = { label: t('list.showAll'), run: () => setShownStatus(null) };
      return <Notice title={t('popup.noneMarked', { status: statusWord(status) })} action={all} />;
    }
    return (
      <PaperList
        id="saved"
        keys={shortcuts.saved}
        commands={{ status: ({ id }) => void saving.change(() => advanceStatus([id])) }}
        label={t('shared.readingList')}
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
              title={t('popup.pressFor', { status: statusWord(current), next: statusWord(nextStatus(current)) })}
              aria-label={t('shared.statusIs', { status: statusWord(current) })}
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
      <div class="column">
        {entries && entries.length > 0 && (
          <fieldset class="status-filter" aria-label={t('popup.show')}>
            {[null, ...statuses.map(({ status }) => status)].map((choice) => (
              <button
                key={choice}
                type="button"
                class="chip"
                aria-current={choice === status}
                onClick={() => setShownStatus(choice)}
              >
                {choice ? statusWord(choice) : t('list.all')}{' '}
                <span class="chip-count">{formatNumber(countOf(entries, choice))}</span>
              </button>
            ))}
            <a class="status-all" href={queueAddress()} target="_blank" rel="noopener">
              {t('popup.arrange')}
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

function statusLine(shown: number, missing: number): string {
  if (missing > 0) return t('popup.someMissing', { papers: papersWord(shown), n: formatNumber(missing) });
  return shown > 0 ? t('popup.papersSaved', shown, { n: formatNumber(shown) }) : '';
}

function hints(): Hint[] {
  return [
    hintOf(shortcuts.saved, 'open'),
    hintOf(shortcuts.saved, 'status'),
    hintOf(shortcuts.saved, 'remove'),
    hintOf(shortcuts.saved, 'undo'),
  ];
}
