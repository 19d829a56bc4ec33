import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import type { Digest, ListedPaper, PaperId } from '../../lib/core/model/paper.ts';
import { releaseDeferred, resultPainted } from '../hooks/load-later.ts';
import { focusRow } from '../paper/paper-list.tsx';
import { continueTyping } from '../search/continue-typing.ts';
import { SearchBox } from '../search/search-box.tsx';
import { searchWords } from '../search/search-words.ts';
import { selectProblem } from '../search/select-problem.ts';
import { type AnswerKey, useAwaitedKeys } from '../search/use-awaited-keys.ts';
import { useSearch } from '../search/use-search.ts';
import { runShortcut } from '../ui/run-shortcut.ts';
import { searchKeys } from '../ui/search-keys.ts';
import { focusBox } from '../ui/typed-ahead.ts';
import { loadRest, type Rest } from './load-rest.ts';
import type { InitialState } from './opening/initial-state.ts';
import { useLastView } from './opening/use-last-view.ts';
import type { PanelProps } from './panel.tsx';
import { Panel } from './panel.tsx';
import { SearchFooter } from './search-footer.tsx';
import { SearchResults } from './search-results.tsx';
import { searchRows } from './search-rows.ts';
import { useDetails } from './use-details.ts';

interface SearchPanelProps extends PanelProps {
  box: RefObject<HTMLInputElement | null>;
  /** A new object when the reader types, or goes to the search box, while it is out of sight. */
  asked: object | undefined;
  /** The reading list, for filters that need it. */
  entries: readonly ReadingListEntry[] | undefined;
  initial: InitialState;
  /** Undefined until loaded. */
  rest: Rest | undefined;
}

/** The search box and its results. */
export function SearchPanel(props: SearchPanelProps) {
  const { shown, catalogue, entries, saved, saving, onRetry, box, asked, initial, rest } = props;
  const loaded = catalogue.state === 'ready' ? catalogue.catalogue : undefined;
  const [active, setActive] = useState(0);
  const [inList, setInList] = useState(false);
  const search = useSearch(initial.session, loaded, entries);
  const { query, answer, interpreted } = search;
  const digests = loaded?.digests ?? noDigests;
  const rows = useMemo(() => searchRows(answer, digests, entries), [answer, digests, entries]);
  const isAnswered = answer?.query === query;
  const details = useDetails();
  const answered = answer?.query;
  useEffect(() => (answered === query ? resultPainted() : undefined), [answered, query]);
  const hasPapers = loaded?.store.index?.hasPapers;
  const toRead = useMemo(() => (hasPapers ? noPapers : rows.map(({ paper }) => paper.id)), [rows, hasPapers]);
  useLastView(box, loaded !== undefined && isAnswered, { query, papers: toRead });
  const scroller = useRef<HTMLDivElement>(null);
  const isScrolled = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new query scrolls to the top
  useLayoutEffect(() => {
    // Any scrollTo forces layout, even one that moves nothing.
    if (isScrolled.current) scroller.current?.scrollTo(0, 0);
  }, [query]);

  const open = (paper: ListedPaper): void => {
    remember(query);
    details.open(paper, answer?.result?.words);
  };
  const toggle = (paper: ListedPaper): void => {
    remember(query);
    saving.toggle(paper);
  };
  const ask = (query: string): void => {
    awaited.forget();
    void initial.session.ask(query);
    setActive(0);
    box.current?.focus();
  };

  const awaited = useAwaitedKeys(isAnswered, (key: AnswerKey): void => {
    const paper = rows[active]?.paper;
    if (key === 'walk') focusRow(scroller.current, active);
    else if (paper) (key === 'open' ? open : toggle)(paper);
  });
  const onBoxKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'PageDown') {
      event.preventDefault();
      awaited.press('walk');
    } else runShortcut(event, searchKeys, { save: () => awaited.press('save'), open: () => awaited.press('open') });
  };
  const onEscape = (event: KeyboardEvent): void => {
    // With nothing to clear, Escape is left to the browser, which closes the popup.
    runShortcut(event, searchKeys, { back: (query !== '' || inList) && (() => ask('')) });
  };

  const isAsked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a request moves the focus
  useLayoutEffect(() => {
    isAsked.current = asked !== undefined;
    if (asked) details.close();
  }, [asked]);
  useLayoutEffect(() => {
    // Under an open paper the box can't take the focus yet.
    if (!isAsked.current || details.opened || !box.current) return;
    isAsked.current = false;
    // Selected, so that typing replaces a query that was out of sight.
    box.current.select();
    focusBox(box.current);
  });

  return (
    <Panel
      name="search"
      shown={shown}
      over={
        loaded &&
        details.opened &&
        rest && <rest.OpenedPaper details={details} catalogue={loaded} saved={saved} saving={saving} />
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that bubble from the focused element in it */}
      <div
        class="column"
        onKeyDown={onEscape}
        onFocusIn={(event) => setInList(scroller.current?.contains(event.target as Node) ?? false)}
      >
        <SearchBox
          box={box}
          query={query}
          placeholder={searchWords(query, loaded)}
          onQuery={ask}
          onKeyDown={onBoxKey}
        />
        {rest && (
          <rest.QueryHelp
            interpreted={interpreted}
            query={query}
            onChoose={ask}
            onGo={(problem) => selectProblem(box.current, problem)}
          />
        )}
        <div
          class="scroller"
          ref={scroller}
          aria-busy={loaded !== undefined && !isAnswered}
          onScroll={(event) => {
            isScrolled.current = event.currentTarget.scrollTop > 0;
          }}
        >
          <SearchResults
            catalogue={catalogue}
            search={search}
            rows={rows}
            lastRows={initial.lastRows}
            recent={rest && <rest.RecentSearches onAsk={ask} />}
            noAnswer={(answer) => rest && <rest.NoAnswer answer={answer} />}
            saved={saved}
            active={active}
            onActive={setActive}
            onOpen={open}
            onToggle={toggle}
            onLeave={() => continueTyping(box.current)}
            notice={rest && <rest.CatalogueNotice catalogue={catalogue} onRetry={onRetry} />}
          />
        </div>
        <SearchFooter catalogue={loaded} query={query} answer={answer} inList={inList} />
      </div>
    </Panel>
  );
}

const noDigests: ReadonlyMap<string, Digest> = new Map();
const noPapers: readonly PaperId[] = [];

/** Starts the deferred loads, which this needs. */
const remember = (query: string): void => {
  releaseDeferred();
  void loadRest().then(({ rememberSearch }) => rememberSearch(query));
};
