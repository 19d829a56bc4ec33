import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { papersWord } from '../ui/papers-word.ts';
import '../styles/queue.css';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import type { PaperId } from '../../lib/core/model/paper.ts';
import { tagsByUse } from '../../lib/core/model/tags.ts';
import { advanceStatus, changeTags, renameTag, setStatus } from '../../lib/db/entry-changes.ts';
import { removePapers, savePaper } from '../../lib/db/reading-list.ts';
import { whyNotOpened } from '../../lib/extension/browser/failure-words.ts';
import { type QueueOrder, queueSearchOf, queueViewOf } from '../../lib/extension/browser/queue-view.ts';
import type { EntryField } from '../entry/entry-editor.tsx';
import { ExportButton } from '../export/export-button.tsx';
import { useAddressedView } from '../hooks/use-addressed-view.ts';
import { useSaving } from '../hooks/use-saving.ts';
import { AddPapersButton } from '../import/add-papers-button.tsx';
import { NoMatches } from '../search/no-matches.tsx';
import { Help, useHelp } from '../ui/help.tsx';
import { Mark } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageNotes } from '../ui/page-notes.tsx';
import { runShortcut } from '../ui/run-shortcut.ts';
import { type Surface, shortcuts } from '../ui/shortcuts.ts';
import { ToastView } from '../ui/toast.tsx';
import { catchTyping, forgetTyping, isCatching } from '../ui/typed-ahead.ts';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { useToast } from '../ui/use-toast.ts';
import { BulkBar } from './bulk-bar.tsx';
import { QueueFacets } from './queue-facets.tsx';
import { QueueFooter } from './queue-footer.tsx';
import { QueueList } from './queue-list.tsx';
import { QueuePaper } from './queue-paper.tsx';
import { queueRows } from './queue-rows.ts';
import { QueueSearchBox } from './queue-search-box.tsx';
import { useQueue } from './use-queue.ts';
import { useQueueMoves } from './use-queue-moves.ts';
import { useQueueSearch } from './use-queue-search.ts';
import { useSelection } from './use-selection.ts';

const surfaces: readonly Surface[] = ['queue', 'paper', 'writing'];

/** The reading list in a tab: filters, order, and each paper with the reader's entry. */
export function QueuePage() {
  const [attempt, setAttempt] = useState(0);
  const [view, go] = useAddressedView(queueViewOf, queueSearchOf);
  const toasts = useToast();
  const queue = useQueue(attempt);
  const saving = useSaving(queue.saved, toasts.show);
  const { entries, papers, error } = queue;
  const search = useQueueSearch(view.query, entries, attempt);
  const { rows, counts } = useMemo(() => queueRows(search.entries ?? [], papers, view), [search.entries, papers, view]);
  const box = useRef<HTMLInputElement>(null);
  const selection = useSelection(rows.map(({ paperId }) => paperId));
  const moves = useQueueMoves(view, papers, toasts.show);
  const [wanted, setWanted] = useState<{ paperId?: PaperId }>();
  // Cleared at once: a list that is mounted later must not take the focus from a text box.
  useLayoutEffect(() => {
    if (wanted) setWanted(undefined);
  }, [wanted]);
  const [field, setField] = useState<EntryField>();
  const hasBoxes = view.paper !== null && queue.saved.has(view.paper);
  // What is typed for a box that won't load, as of a removed paper, must not go into another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the entries may remove the paper
  useLayoutEffect(() => {
    if (hasBoxes) return;
    if (isCatching()) setWanted({});
    forgetTyping();
  }, [hasBoxes, entries]);
  const tagBox = useRef<HTMLInputElement>(null);
  const help = useHelp(surfaces);
  const undo = (): boolean => saving.undo();
  useShortcuts({ keys: shortcuts.queue, undo, help: help.open, latestChange: toasts.toast });

  const open = (paperId: PaperId, name?: EntryField['name']): void => {
    // The tags of a selection are in the bar above the list.
    if (name === 'tags' && selection.selected.has(paperId)) tagBox.current?.focus();
    else {
      // What is typed before the box has loaded goes into it.
      if (name) catchTyping(t(name === 'tags' ? 'shared.tags' : 'shared.note'));
      else forgetTyping();
      setField(name && { name });
      go({ paper: paperId });
    }
  };
  const close = (): void => {
    const { paper } = view;
    go({ paper: null });
    setWanted(paper ? { paperId: paper } : {});
  };
  const remove = (paperIds: readonly PaperId[]): void => void saving.change(() => removePapers(paperIds), 'removed');
  const onKeyDown = (event: KeyboardEvent): void => {
    const { paper } = view;
    const back = (): void => {
      if (selection.selected.size > 0) selection.clear();
      else if (paper !== null) close();
      setWanted({});
    };
    runShortcut(event, shortcuts.queue, {
      back,
      search: () => box.current?.focus(),
      tags: hasBoxes && (() => open(view.paper as PaperId, 'tags')),
      note: hasBoxes && (() => open(view.paper as PaperId, 'note')),
    });
  };
  const chosen = rows.filter(({ paperId }) => selection.selected.has(paperId));
  const key = chosen.map(({ paperId }) => paperId).join();
  // A stable array for the same papers, so that an open dialog does not read them again.
  const ids = useMemo((): PaperId[] => (key === '' ? [] : key.split(',')), [key]);
  const isNarrowed = view.status !== null || view.tags.length + view.without.length > 0 || view.untagged;

  const list = () => {
    if (error) {
      return (
        <Notice
          title={t('list.unreadable')}
          tone="error"
          action={{ label: t('shared.tryAgain'), run: () => setAttempt(attempt + 1) }}
        >
          {whyNotOpened(error)}
        </Notice>
      );
    }
    if (!entries) return null;
    if (rows.length === 0 && view.query.trim() !== '' && entries.length > 0) {
      return <NoMatches query={view.query} interpreted={search.state.interpreted} />;
    }
    if (rows.length === 0 && isNarrowed) {
      const all = { label: t('list.showAll'), run: () => go({ status: null, tags: [], without: [], untagged: false }) };
      return <Notice title={t('list.noneMatchFilters')} action={all} />;
    }
    if (rows.length === 0) {
      return <Notice title={t('list.empty')}>{t('list.emptyHint')}</Notice>;
    }
    return (
      <QueueList
        rows={rows}
        queue={queue}
        search={search}
        selection={selection}
        canMove={view.order === 'hand'}
        wanted={wanted}
        onOpen={open}
        onStatus={(ids, status) => void saving.change(() => setStatus(ids, status))}
        onAdvance={(ids) => void saving.change(() => advanceStatus(ids))}
        onRemove={remove}
        onMoveBy={moves.by}
        onMoveTo={moves.to}
      />
    );
  };

  return (
    <Help.Provider value={help.open}>
      <main class="library queue" data-opened={view.paper !== null} onKeyDown={onKeyDown}>
        <header class="library-header">
          <Mark />
          <h1>{t('shared.readingList')}</h1>
          <QueueSearchBox
            box={box}
            state={search.state}
            query={view.query}
            onQuery={(query) => go({ query, paper: null }, true)}
            onList={() => setWanted({})}
            onFirst={() => rows[0] && open(rows[0].paperId)}
          />
          <a class="button" href="library.html">
            {t('shared.library')}
          </a>
          <AddPapersButton show={toasts.show} />
          <ExportButton />
        </header>
        <div class="library-columns">
          <QueueFacets
            view={view}
            counts={counts}
            go={go}
            onRename={(tag, name) => void saving.change(() => renameTag(tag, name))}
          />
          <section class="library-list" aria-label={t('shared.paperList')}>
            <div class="library-status">
              <p role="status">{entries && statusLine(rows)}</p>
              <label class="sort">
                {t('shared.sortBy')}
                <select value={view.order} onChange={(event) => go({ order: event.currentTarget.value as QueueOrder })}>
                  <option value="hand">{t('list.sortHand')}</option>
                  <option value="saved">{t('shared.sortSaved')}</option>
                  <option value="title">{t('list.sortTitle')}</option>
                </select>
              </label>
            </div>
            {chosen.length > 0 && (
              <BulkBar
                entries={chosen}
                known={tagsByUse(entries ?? [])}
                tagBox={tagBox}
                onStatus={(status) => void saving.change(() => setStatus(ids, status))}
                onAddTag={(tag) => void saving.change(() => changeTags(ids, { add: [tag] }))}
                onRemoveTag={(tag) => void saving.change(() => changeTags(ids, { remove: [tag] }))}
                onRemove={() => remove(ids)}
                onClear={() => {
                  selection.clear();
                  setWanted({});
                }}
              >
                <ExportButton selection={ids} />
              </BulkBar>
            )}
            {list()}
          </section>
          {view.paper !== null && (
            <aside class="library-paper" aria-label={t('shared.paper')}>
              <QueuePaper
                key={view.paper}
                paperId={view.paper}
                saved={queue.saved.has(view.paper)}
                wanted={field}
                onToggle={() => {
                  const id = view.paper as PaperId;
                  if (queue.saved.has(id)) remove([id]);
                  else void saving.change(() => savePaper(id), 'saved');
                }}
                onBack={close}
                show={toasts.show}
              />
            </aside>
          )}
        </div>
        <p class="unseen" role="status" aria-live="polite">
          {moves.message}
        </p>
        <QueueFooter
          canMove={view.order === 'hand'}
          isEmpty={rows.length === 0}
          selected={chosen.length}
          onUndo={saving.undo}
        />
        <PageNotes />
        <ToastView {...toasts} />
        {help.dialog}
      </main>
    </Help.Provider>
  );
}

/** The number of shown papers, and of those that are read. */
function statusLine(rows: readonly ReadingListEntry[]): string {
  const read = rows.filter(({ status }) => status === 'read').length;
  const papers = papersWord(rows.length);
  return read > 0 ? t('list.someRead', { papers, n: formatNumber(read) }) : papers;
}
