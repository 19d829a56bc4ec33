import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReadingListEntry, ReadingStatus } from '../../lib/core/model/entry.ts';
import type { PaperId } from '../../lib/core/model/paper.ts';
import { t } from '../../lib/words/words.ts';
import type { EntryField } from '../entry/entry-editor.tsx';
import { useRowWindow } from '../hooks/use-row-window.ts';
import { movedTo } from '../ui/moving.ts';
import { papersWord } from '../ui/papers-word.ts';
import { runShortcut } from '../ui/run-shortcut.ts';
import { shortcuts } from '../ui/shortcuts.ts';
import { QueueRow } from './queue-row.tsx';
import type { Queue } from './use-queue.ts';
import type { QueueSearch } from './use-queue-search.ts';
import { useRowDrag } from './use-row-drag.ts';
import type { Selection } from './use-selection.ts';

interface QueueListProps {
  rows: readonly ReadingListEntry[];
  queue: Queue;
  search: QueueSearch;
  selection: Selection;
  /** Whether the order is manual, so that papers can be moved. */
  canMove: boolean;
  /**
   * The paper whose row to focus: a new object for each request. Without a paper, or if it has no
   * row, the row that keys act on.
   */
  wanted: { paperId?: PaperId } | undefined;
  onOpen(paperId: PaperId, field?: EntryField['name']): void;
  onStatus(paperIds: PaperId[], status: ReadingStatus): void;
  /** Moves papers to the next status. */
  onAdvance(paperIds: PaperId[]): void;
  onRemove(paperIds: PaperId[]): void;
  onMoveBy(moving: ReadonlySet<PaperId>, step: 1 | -1): void;
  onMoveTo(moving: ReadonlySet<PaperId>, before: number): void;
}

/**
 * The papers of the reading list; renders only those in sight. Keys act on the focused row, or on
 * those selected.
 */
export function QueueList(props: QueueListProps) {
  const { rows, queue, search, selection, canMove, wanted, onOpen, onStatus, onAdvance, onRemove, onMoveBy, onMoveTo } =
    props;
  const { selected } = selection;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [activeId, setActiveId] = useState<PaperId>();
  const lastIndex = useRef(0);
  const hadFocus = useRef(false);
  const toFocus = useRef(false);
  const rowWindow = useRowWindow(scroller, rows.length);
  const found = rows.findIndex(({ paperId }) => paperId === activeId);
  // If the paper was removed, keys act on the one in its place.
  const active = found >= 0 ? found : Math.max(0, Math.min(lastIndex.current, rows.length - 1));
  lastIndex.current = active;
  const grabbed = useRef<PaperId>('');
  /** The papers that a change of a row applies to: the selection, if it includes the row. */
  const affectedBy = (paperId: PaperId): ReadonlySet<PaperId> =>
    selected.has(paperId) ? selected : new Set([paperId]);
  const drag = useRowDrag({
    scroller,
    row: rowWindow.row,
    count: rows.length,
    onDrop: (before) => onMoveTo(affectedBy(grabbed.current), before),
  });

  const focus = (index: number): void => {
    const entry = rows[index];
    if (!entry) return;
    setActiveId(entry.paperId);
    rowWindow.show(index);
    toFocus.current = true;
    if (index === active) focusActive();
  };
  const focusActive = (): void => {
    toFocus.current = false;
    list.current?.querySelector<HTMLElement>(`[data-index="${active}"] .row-open`)?.focus({ preventScroll: true });
  };
  // In a layout effect, since the next key acts on the focused row.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a request moves the focus
  useLayoutEffect(() => {
    const at = rows.findIndex(({ paperId }) => paperId === wanted?.paperId);
    if (wanted) focus(at < 0 ? active : at);
  }, [wanted]);
  useLayoutEffect(() => {
    if (toFocus.current) focusActive();
    // The focused row was moved or removed.
    else if (hadFocus.current && document.activeElement === document.body) focusActive();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls to the active row when it has moved
  useLayoutEffect(() => {
    if (list.current?.contains(document.activeElement)) rowWindow.show(active);
  }, [active]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const entry = rows[active];
    const target = event.target as HTMLElement;
    if (event.defaultPrevented || !entry || target instanceof HTMLSelectElement) return;
    const ids = [...affectedBy(entry.paperId)];
    const does = {
      tags: () => onOpen(entry.paperId, 'tags'),
      note: () => onOpen(entry.paperId, 'note'),
      status: () => onAdvance(ids),
      remove: () => onRemove(ids),
      back: selected.size > 0 && selection.clear,
      'select-all': selection.all,
    };
    if (runShortcut(event, shortcuts.queue, does)) return;
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    const to = movedTo(event.key, active, rows.length);
    if (event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      if (!step || !canMove) return;
      onMoveBy(affectedBy(entry.paperId), step);
    } else if (to !== undefined) {
      const next = rows[Math.max(0, to)] as ReadingListEntry;
      if (event.shiftKey) selection.extend(next.paperId, entry.paperId);
      focus(Math.max(0, to));
    } else if (event.key === ' ' && target.matches('.row-open') && !event.repeat) selection.toggle(entry.paperId);
    else return;
    event.preventDefault();
  };

  const select = (event: MouseEvent, paperId: PaperId): void => {
    setActiveId(paperId);
    if (event.shiftKey) selection.extend(paperId, rows[active]?.paperId ?? paperId);
    else selection.toggle(paperId);
  };
  const rendered = rows.flatMap((entry, index) =>
    (index >= rowWindow.first && index < rowWindow.end) || index === active ? { entry, index } : [],
  );
  const moving = drag.before === undefined ? undefined : affectedBy(grabbed.current);

  return (
    <div class="queue-scroller" ref={scroller}>
      <ul
        // biome-ignore lint/a11y/noRedundantRoles: WebKit takes the role away from lists without bullets
        role="list"
        class="queue-rows"
        aria-label={t('shared.readingList')}
        ref={list}
        data-dragging={drag.before !== undefined || undefined}
        style={{ height: `${rows.length * rowWindow.row}px` }}
        onKeyDown={onKeyDown}
        onKeyUp={(event) => {
          // Firefox activates buttons on keyup.
          if (event.key === ' ' && (event.target as Element).matches('.row-open')) event.preventDefault();
        }}
        onFocusIn={(event) => {
          hadFocus.current = true;
          const row = (event.target as Element).closest<HTMLElement>('[data-index]');
          const entry = rows[Number(row?.dataset.index)];
          if (entry) setActiveId(entry.paperId);
        }}
        onFocusOut={(event) => {
          if (event.relatedTarget) hadFocus.current = false;
        }}
      >
        {rendered.map(({ entry, index }) => (
          <QueueRow
            key={entry.paperId}
            entry={entry}
            paper={queue.papers.get(entry.paperId)}
            isMissing={queue.isMissing(entry.paperId)}
            words={search.words}
            own={search.ownMatchOf(entry)}
            index={index}
            of={rows.length}
            top={index * rowWindow.row}
            active={index === active}
            selected={selected.has(entry.paperId)}
            moving={moving?.has(entry.paperId) ?? false}
            onOpen={(event) => {
              if (event.shiftKey || event.ctrlKey || event.metaKey) select(event, entry.paperId);
              else onOpen(entry.paperId);
            }}
            onSelect={(event) => select(event, entry.paperId)}
            onStatus={(status) => onStatus([entry.paperId], status)}
            onRemove={() => onRemove([entry.paperId])}
            onGrab={
              canMove
                ? (event) => {
                    grabbed.current = entry.paperId;
                    setActiveId(entry.paperId);
                    drag.start(event);
                  }
                : undefined
            }
          />
        ))}
      </ul>
      {drag.before !== undefined && (
        <div
          class="queue-drop"
          style={{ top: `${drag.before * rowWindow.row}px` }}
          data-label={moving && moving.size > 1 ? papersWord(moving.size) : undefined}
        />
      )}
    </div>
  );
}
