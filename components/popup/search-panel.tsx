import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Paper, ReadingListEntry } from '../../lib/core/paper.ts';
import { answerShown, releaseLater } from '../hooks/first-answer.ts';
import { useDeferred } from '../hooks/use-deferred.ts';
import { useDetails } from '../hooks/use-details.ts';
import { useLastView } from '../hooks/use-last-view.ts';
import { useSearchRows } from '../hooks/use-search-rows.ts';
import { commandOf } from '../keys.ts';
import { focusRow } from '../paper/paper-list.tsx';
import { selectProblem } from '../paper/select-problem.ts';
import type { Opening } from './opening.ts';
import { Panel } from './panel.tsx';
import type { PanelProps } from './panel-props.ts';
import { SearchBox } from './search-box.tsx';
import { SearchFooter } from './search-footer.tsx';
import { SearchResults } from './search-results.tsx';
import { attributesOf } from './taking-over.ts';

interface SearchPanelProps extends PanelProps {
  box: RefObject<HTMLInputElement | null>;
  /** The reading list, for the filters that ask about it. */
  entries: readonly ReadingListEntry[] | undefined;
  opening: Opening;
}

/** Finding papers: the search box, and what answers it. */
export function SearchPanel(props: SearchPanelProps) {
  const { shown, catalogue, entries, saved, saving, onRetry, box, opening } = props;
  const loaded = catalogue.state === 'ready' ? catalogue.catalogue : undefined;
  const [query, setQuery] = useState(opening.query);
  const [active, setActive] = useState(0);
  const [inList, setInList] = useState(false);
  const found = useSearchRows(loaded, opening.index, entries, query, opening.answers);
  const details = useDetails();
  const deferred = useDeferred(loadDeferred);
  useEffect(() => (found.answered === query ? answerShown() : undefined), [found.answered, query]);
  const papers = found.rows.map(({ paper }) => paper.id);
  useLastView(box, loaded !== undefined && found.answered === query, {
    query,
    papers: found.toRead,
    attributes: attributesOf({ query, catalogue: loaded, papers, active, saved }),
  });
  const scroller = useRef<HTMLDivElement>(null);
  const isScrolled = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new answers are read from the top
  useLayoutEffect(() => {
    // Scrolling has the whole page laid out, even where it moves nothing.
    if (isScrolled.current) scroller.current?.scrollTo(0, 0);
  }, [query]);

  const open = (paper: Paper): void => {
    remember(query);
    details.open(paper, found.wordsOf(paper.id));
  };
  const toggle = (paper: Paper): void => {
    remember(query);
    saving.toggle(paper);
  };
  const ask = (query: string): void => {
    awaited.current = false;
    setQuery(query);
    setActive(0);
    box.current?.focus();
  };

  /** Enter may come before the answer to the last letters: then it is meant for that. */
  const awaited = useRef(false);
  const openActive = (): void => {
    awaited.current = found.answered !== query;
    const paper = found.rows[active]?.paper;
    if (!awaited.current && paper) open(paper);
  };
  useEffect(() => {
    if (awaited.current) openActive();
  });

  const onBoxKey = (event: KeyboardEvent): void => {
    const paper = found.rows[active]?.paper;
    const command = commandOf(event, true);
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'PageDown') focusRow(scroller.current, active);
    else if (command === 'save' && paper) toggle(paper);
    else if (command === undefined && event.key === 'Enter') openActive();
    else return;
    event.preventDefault();
  };

  const onEscape = (event: KeyboardEvent): void => {
    // With nothing to clear, Escape is left to the browser, which closes the popup.
    if (event.defaultPrevented || commandOf(event, true) !== 'back' || (query === '' && !inList)) return;
    event.preventDefault();
    ask('');
  };

  return (
    <Panel
      name="search"
      shown={shown}
      over={
        loaded &&
        details.opened &&
        deferred && <deferred.OpenedPaper details={details} catalogue={loaded} saved={saved} saving={saving} />
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that rise from what has the focus in it */}
      <div
        class="column"
        onKeyDown={onEscape}
        onFocusIn={(event) => setInList(scroller.current?.contains(event.target as Node) ?? false)}
      >
        <SearchBox
          box={box}
          query={query}
          placeholder={loaded && query === '' ? `Search ${loaded.count} papers` : 'Search papers'}
          onQuery={ask}
          onKeyDown={onBoxKey}
        />
        {deferred && (
          <deferred.QueryHelp
            chips={found.chips}
            problems={found.problems}
            onChoose={ask}
            onGo={(problem) => selectProblem(box.current, problem)}
          />
        )}
        <div
          class="scroller"
          ref={scroller}
          aria-busy={loaded !== undefined && found.answered !== query}
          onScroll={(event) => {
            isScrolled.current = event.currentTarget.scrollTop > 0;
          }}
        >
          <SearchResults
            catalogue={catalogue}
            found={found}
            lastRows={opening.lastRows}
            recent={deferred && <deferred.RecentSearches onAsk={ask} />}
            noAnswer={(asked) => deferred && <deferred.NoAnswer query={asked} />}
            saved={saved}
            active={active}
            onActive={setActive}
            onOpen={open}
            onToggle={toggle}
            onLeave={() => box.current?.focus()}
            notice={deferred && <deferred.CatalogueNotice catalogue={catalogue} onRetry={onRetry} />}
          />
        </div>
        <SearchFooter catalogue={loaded} query={query} found={found} inList={inList} />
      </div>
    </Panel>
  );
}

const loadDeferred = () => import('./deferred.ts');

/** Keys may be quicker than what is loaded later, and what they ask for is part of it. */
const remember = (query: string): void => {
  releaseLater();
  void loadDeferred().then(({ rememberSearch }) => rememberSearch(query));
};
