import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Paper, PaperId } from '../../lib/core/model/paper.ts';
import type { Command, Shortcuts } from '../ui/keys.ts';
import { movedTo } from '../ui/moving.ts';
import { runShortcut } from '../ui/run-shortcut.ts';
import { focusCurrentTab } from '../ui/tabs.tsx';
import { PaperRow } from './paper-row.tsx';
import type { RowContent } from './row-content.ts';

interface PaperListProps {
  /** Tells it from other lists in the page. */
  id: string;
  /** The keys that act on its rows. */
  keys: Shortcuts;
  /** Name for screen readers. */
  label: string;
  rows: readonly RowContent[];
  saved: ReadonlySet<PaperId>;
  active: number;
  onActive(index: number): void;
  onOpen(paper: Paper): void;
  onToggle(paper: Paper): void;
  /** Further commands of its keys, on the row that has the focus. */
  commands?: Partial<Record<Command, (paper: Paper) => void>>;
  /** The reader goes up from the first row. */
  onLeave?: () => void;
  /**
   * Rows come and go all at once, as answers do while a query is typed: their elements are used
   * again for other papers, which is far quicker.
   */
  isFleeting?: boolean;
  /** Further buttons of a row. */
  extra?: (paper: Paper, tabIndex: number) => ComponentChildren;
}

/**
 * A list of papers. Focus itself moves from row to row: a plain list that screen readers read as
 * one, without the listbox that a highlighted option would need, in which headings and buttons may
 * not stand.
 */
export function PaperList(props: PaperListProps) {
  const { id, keys, label, rows, saved, active, onActive, onToggle, commands, onLeave, isFleeting, extra } = props;
  const list = useRef<HTMLUListElement>(null);
  const hadFocus = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is a change of the rows that takes the focus away
  useLayoutEffect(() => {
    // The row that had the focus is gone, as after a removal: the one in its place gets it.
    if (hadFocus.current && document.activeElement === document.body) focusRow(list.current, active);
  }, [rows, active]);
  useLayoutEffect(
    () => () => {
      if (list.current?.contains(document.activeElement)) focusCurrentTab();
    },
    [],
  );

  const latest = useRef(props);
  latest.current = props;
  // Drawn again only when something in them is another, not with every letter of the query above
  // them.
  const drawn = useMemo(
    () =>
      rows.map((content, index) => (
        <PaperRow
          key={isFleeting ? index : content.paper.id}
          content={content}
          listId={id}
          index={index}
          active={index === active}
          saved={saved.has(content.paper.id)}
          onOpen={() => latest.current.onOpen(content.paper)}
          onToggle={() => latest.current.onToggle(content.paper)}
          extra={extra && ((tabIndex) => extra(content.paper, tabIndex))}
        />
      )),
    [id, rows, saved, active, extra, isFleeting],
  );

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const target = movedTo(event.key, active, rows.length);
    if (target !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      if (target < 0) onLeave?.();
      else focusRow(list.current, target);
      return;
    }
    const paper = rows[active]?.paper;
    if (!paper) return;
    const toggle = (): void => onToggle(paper);
    runShortcut(event, keys, {
      save: toggle,
      remove: toggle,
      status: commands?.status && (() => commands.status?.(paper)),
    });
  };

  return (
    <ul
      // biome-ignore lint/a11y/noRedundantRoles: WebKit takes the role away from lists without bullets
      role="list"
      class="rows"
      aria-label={label}
      ref={list}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        hadFocus.current = true;
        onActive(indexOf(event.target));
      }}
      onFocusOut={(event) => {
        // Without a successor the focused row may have been taken out of the page: the focus is
        // still meant to be here.
        if (event.relatedTarget) hadFocus.current = false;
      }}
    >
      {drawn}
    </ul>
  );
}

function indexOf(target: EventTarget | null): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return Number(row?.dataset.index ?? 0);
}

/** Moves the focus to a row, and the row into view. */
export function focusRow(list: HTMLElement | null, index: number): void {
  list?.querySelector<HTMLElement>(`[data-index="${index}"] .row-open`)?.focus();
}
