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
import { obey } from '../ui/obey.ts';
import { shortcuts } from '../ui/shortcuts.ts';

interface VirtualListProps {
  label: string;
  papers: PaperIds;
  /** Words of papers that answered a query. */
  words: readonly string[];
  /** What the reader wrote of a paper, where that is why it was found. */
  ownMatchOf(paperId: PaperId): OwnMatch | undefined;
  catalogue: LoadedCatalogue;
  saved: ReadonlyMap<PaperId, ReadingListEntry>;
  /** A change of it, such as a new query, is read from the top. */
  topic: string;
  /** The row whose focus is asked for from outside: a new object for each asking. */
  wanted: { index: number } | undefined;
  onOpen(paperId: PaperId): void;
  onToggle(paper: Pick<Paper, 'id'>): void;
  /** The reader goes up from the first row. */
  onLeave(): void;
}

/**
 * A list of papers of which only the rows in sight are drawn: as fast with 100,000 as with ten. All
 * rows are equally high.
 */
export function VirtualList(props: VirtualListProps) {
  const { label, papers, words, ownMatchOf, catalogue, saved, topic, wanted, onOpen, onToggle, onLeave } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, row, show } = useRowWindow(scroller, papers.length);
  const [active, setActive] = useState(0);
  /** A row that is to have the focus once it is drawn. */
  const toFocus = useRef<number | undefined>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new topic is read from the top
  useLayoutEffect(() => {
    scroller.current?.scrollTo(0, 0);
    setActive(0);
  }, [topic]);

  const current = Math.min(active, Math.max(0, papers.length - 1));
  const ids = Array.from({ length: Math.max(0, end - first) }, (_, i) => papers.at(first + i) as PaperId);
  const known = usePapers(catalogue, ids);

  const focus = (index: number): void => {
    if (index < 0 || index >= papers.length) return;
    toFocus.current = index;
    setActive(index);
    show(index);
    focusDrawn();
  };
  /**
   * Gives the focus to the row that is to have it, if that is drawn; else the next drawing does.
   */
  const focusDrawn = (): void => {
    if (toFocus.current === undefined) return;
    const drawn = scroller.current?.querySelector<HTMLElement>(`[data-index="${toFocus.current}"] .row-open`);
    if (!drawn) return;
    toFocus.current = undefined;
    drawn.focus({ preventScroll: true });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is asked for moves the focus
  useEffect(() => {
    if (wanted) focus(wanted.index < 0 ? current : wanted.index);
  }, [wanted]);
  useLayoutEffect(focusDrawn);

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
    obey(event, shortcuts.library, { save: id !== undefined && (() => onToggle({ id })) });
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
          const paper = known?.get(id);
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
