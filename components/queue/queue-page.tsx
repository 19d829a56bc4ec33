import { useMemo, useRef, useState } from 'preact/hooks';
import '../styles/queue.css';
import type { PaperId } from '../../lib/core/paper.ts';
import { tagsByUse } from '../../lib/core/tags.ts';
import { changeTags, renameTag, setStatus } from '../../lib/db/entry-changes.ts';
import { whyNotOpened } from '../../lib/db/failures.ts';
import { removePapers, savePaper } from '../../lib/db/reading-list.ts';
import { type QueueOrder, queueSearchOf, queueViewOf } from '../../lib/extension/queue-view.ts';
import { ExportButton } from '../export/export-button.tsx';
import { useAddressedView } from '../hooks/use-addressed-view.ts';
import { useQueue } from '../hooks/use-queue.ts';
import { useQueueMoves } from '../hooks/use-queue-moves.ts';
import { useSaving } from '../hooks/use-saving.ts';
import { useSelection } from '../hooks/use-selection.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { useToast } from '../hooks/use-toast.ts';
import { count } from '../sentences.ts';
import { Mark } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { ToastView } from '../ui/toast.tsx';
import { BulkBar } from './bulk-bar.tsx';
import type { EntryField } from './entry-editor.tsx';
import { QueueFacets } from './queue-facets.tsx';
import { QueueFooter } from './queue-footer.tsx';
import { QueueList } from './queue-list.tsx';
import { QueuePaper } from './queue-paper.tsx';
import { queueRows } from './queue-rows.ts';

/** The reading list in a tab: narrowed, ordered, and each paper with what the reader made of it. */
export function QueuePage() {
  const [attempt, setAttempt] = useState(0);
  const [view, go] = useAddressedView(queueViewOf, queueSearchOf);
  const toasts = useToast();
  const queue = useQueue(attempt);
  const saving = useSaving(queue.saved, toasts.show);
  const { entries, papers, error } = queue;
  const { rows, counts } = useMemo(() => queueRows(entries ?? [], papers, view), [entries, papers, view]);
  const selection = useSelection(rows.map(({ paperId }) => paperId));
  const moves = useQueueMoves(view, papers, toasts.show);
  const [wanted, setWanted] = useState<{ paperId?: PaperId }>();
  const [field, setField] = useState<EntryField>();
  const tagBox = useRef<HTMLInputElement>(null);
  useShortcuts({
    undo: () => saving.undo(),
    search: () => location.assign('library.html'),
    latestChange: toasts.toast,
  });

  const open = (paperId: PaperId, name?: EntryField['name']): void => {
    // Of several papers the tags are in the bar above them.
    if (name === 'tags' && selection.selected.has(paperId)) tagBox.current?.focus();
    else {
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
    if (event.defaultPrevented || event.key !== 'Escape') return;
    event.preventDefault();
    if (selection.selected.size > 0) selection.clear();
    else if (view.paper !== null) close();
    setWanted({});
  };
  const chosen = rows.filter(({ paperId }) => selection.selected.has(paperId));
  const key = chosen.map(({ paperId }) => paperId).join();
  // The same papers are the same selection: an open dialog does not read them again.
  const ids = useMemo((): PaperId[] => (key === '' ? [] : key.split(',')), [key]);
  const isNarrowed = view.status !== null || view.tags.length > 0;

  const list = () => {
    if (error) {
      return (
        <Notice
          title="The reading list can’t be read"
          tone="error"
          action={{ label: 'Try again', run: () => setAttempt(attempt + 1) }}
        >
          {whyNotOpened(error)}
        </Notice>
      );
    }
    if (!entries) return null;
    if (rows.length === 0 && isNarrowed) {
      const all = { label: 'Show all', run: () => go({ status: null, tags: [] }) };
      return <Notice title="No paper of your list is like that" action={all} />;
    }
    if (rows.length === 0) {
      return (
        <Notice title="Nothing saved yet">
          Save a paper with its bookmark, in the popup, in the library, or on the card of a marked title.
        </Notice>
      );
    }
    return (
      <QueueList
        rows={rows}
        queue={queue}
        selection={selection}
        canMove={view.order === 'hand'}
        wanted={wanted}
        onOpen={open}
        onStatus={(ids, status) => void saving.change(() => setStatus(ids, status))}
        onRemove={remove}
        onMoveBy={moves.by}
        onMoveTo={moves.to}
      />
    );
  };

  return (
    <main class="library queue" data-opened={view.paper !== null} onKeyDown={onKeyDown}>
      <header class="library-header">
        <Mark />
        <h1>Reading list</h1>
        <a class="button" href="library.html">
          Library
        </a>
        <ExportButton />
      </header>
      <div class="library-columns">
        <QueueFacets
          view={view}
          counts={counts}
          go={go}
          onRename={(tag, name) => void saving.change(() => renameTag(tag, name))}
        />
        <section class="library-list" aria-label="Papers">
          <div class="library-status">
            <p role="status">{entries && count(rows.length, 'paper')}</p>
            <label class="sort">
              Sort by
              <select value={view.order} onChange={(event) => go({ order: event.currentTarget.value as QueueOrder })}>
                <option value="hand">hand</option>
                <option value="saved">when saved</option>
                <option value="title">title</option>
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
          <aside class="library-paper" aria-label="Paper">
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
            />
          </aside>
        )}
      </div>
      <p class="unseen" role="status" aria-live="polite">
        {moves.said}
      </p>
      <QueueFooter
        canMove={view.order === 'hand'}
        isEmpty={rows.length === 0}
        selected={chosen.length}
        onUndo={saving.undo}
      />
      <ToastView {...toasts} />
    </main>
  );
}
