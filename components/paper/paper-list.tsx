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
  /** Unique in the page. */
  id: string;
  /** The shortcuts for its rows. */
  keys: Shortcuts;
  /** The accessible name. */
  label: string;
  rows: readonly RowContent[];
  saved: ReadonlySet<PaperId>;
  active: number;
  onActive(index: number): void;
  onOpen(paper: Paper): void;
  onToggle(paper: Paper): void;
  /** More commands on the focused row. */
  commands?: Partial<Record<Command, (paper: Paper) => void>>;
  /** The reader moves up from the first row. */
  onLeave?: () => void;
  /**
   * Whether rows change all at once, as results do while a query is typed: then elements are reused
   * for other papers, which is far quicker.
   */
  reusesRows?: boolean;
  /** More buttons of a row. */
  extra?: (paper: Paper, tabIndex: number) => ComponentChildren;
}

/**
 * A list of papers. The focus itself moves from row to row, so it can be a plain list: a listbox
 * with a highlighted option could not contain headings and buttons.
 */
export function PaperList(props: PaperListProps) {
  const { id, keys, label, rows, saved, active, onActive, onToggle, commands, onLeave, reusesRows, extra } = props;
  const list = useRef<HTMLUListElement>(null);
  const hadFocus = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the rows may remove the focused one
  useLayoutEffect(() => {
    // If the focused row was removed, the row in its place gets the focus.
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
  // Memoised, so that rows are not rendered again with every keystroke in the search box.
  const rendered = useMemo(
    () =>
      rows.map((content, index) => (
        <PaperRow
          key={reusesRows ? index : content.paper.id}
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
    [id, rows, saved, active, extra, reusesRows],
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
        // Without a related target the focused row may have been removed, and the focus belongs
        // here.
        if (event.relatedTarget) hadFocus.current = false;
      }}
    >
      {rendered}
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
