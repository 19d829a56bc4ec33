import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import type { Paper, PaperId } from '../../lib/core/model/paper.ts';
import type { PaperIds } from '../../lib/core/search/search-session.ts';
import { useRowWindow } from '../hooks/use-row-window.ts';
import { PaperRow } from '../paper/paper-row.tsx';
import { type OwnMatch, rowContent, savedNote } from '../paper/row-content.ts';
import type { LoadedCatalogue } from '../search/catalogue.ts';
import { usePapers } from '../search/use-papers.ts';
import { movedTo } from '../ui/moving.ts';
import { runShortcut } from '../ui/run-shortcut.ts';
import { shortcuts } from '../ui/shortcuts.ts';

interface VirtualListProps {
  label: string;
  papers: PaperIds;
  /** Words to highlight. */
  words: readonly string[];
  /** The reader's own words about a paper, if these matched. */
  ownMatchOf(paperId: PaperId): OwnMatch | undefined;
  catalogue: LoadedCatalogue;
  saved: ReadonlyMap<PaperId, ReadingListEntry>;
  /** When it changes, as with a new query, the list scrolls to the top. */
  topic: string;
  /** The row to focus: a new object for each request. */
  wanted: { index: number } | undefined;
  onOpen(paperId: PaperId): void;
  onToggle(paper: Pick<Paper, 'id'>): void;
  /** The reader moves up from the first row. */
  onLeave(): void;
}

/**
 * A list of papers that renders only the rows in sight, so that 100,000 are as fast as ten. All
 * rows have the same height.
 */
export function VirtualList(props: VirtualListProps) {
  const { label, papers, words, ownMatchOf, catalogue, saved, topic, wanted, onOpen, onToggle, onLeave } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, row, show } = useRowWindow(scroller, papers.length);
  const [active, setActive] = useState(0);
  /** The row to focus once it is rendered. */
  const toFocus = useRef<number | undefined>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new topic scrolls to the top
  useLayoutEffect(() => {
    scroller.current?.scrollTo(0, 0);
    setActive(0);
  }, [topic]);

  const current = Math.min(active, Math.max(0, papers.length - 1));
  const ids = Array.from({ length: Math.max(0, end - first) }, (_, i) => papers.at(first + i) as PaperId);
  const loaded = usePapers(catalogue, ids);

  const focus = (index: number): void => {
    if (index < 0 || index >= papers.length) return;
    toFocus.current = index;
    setActive(index);
    show(index);
    focusRendered();
  };
  /** Focuses the row in `toFocus`, if it is rendered; else the next render does. */
  const focusRendered = (): void => {
    if (toFocus.current === undefined) return;
    const drawn = scroller.current?.querySelector<HTMLElement>(`[data-index="${toFocus.current}"] .row-open`);
    if (!drawn) return;
    toFocus.current = undefined;
    drawn.focus({ preventScroll: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a request moves the focus
  useEffect(() => {
    if (wanted) focus(wanted.index < 0 ? current : wanted.index);
  }, [wanted]);
  useLayoutEffect(focusRendered);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const target = movedTo(event.key, current, papers.length);
    if (target !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      if (target < 0) onLeave();
      else focus(target);
      return;
    }
    const id = papers.at(current);
    runShortcut(event, shortcuts.library, { save: id !== undefined && (() => onToggle({ id })) });
  };

  return (
    <div class="library-scroller" ref={scroller}>
      <ul
        // biome-ignore lint/a11y/noRedundantRoles: WebKit takes the role away from lists without bullets
        role="list"
        class="rows"
        aria-label={label}
        style={{ height: `${papers.length * row}px`, paddingTop: `${first * row}px` }}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const focused = (event.target as Element).closest<HTMLElement>('[data-index]');
          if (focused) setActive(Number(focused.dataset.index));
        }}
      >
        {ids.map((id, i) => {
          const paper = loaded?.get(id);
          if (!paper) return <li key={id} class="row row-unread" />;
          return (
            <PaperRow
              key={id}
              listId="found"
              content={rowContent(paper, words, catalogue.digests, {
                own: ownMatchOf(id),
                ...savedNote(paper, catalogue.digests, saved.get(id)),
              })}
              index={first + i}
              of={papers.length}
              active={first + i === current}
              saved={saved.has(id)}
              onOpen={() => onOpen(id)}
              onToggle={() => onToggle(paper)}
            />
          );
        })}
      </ul>
    </div>
  );
}
