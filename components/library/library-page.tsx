import { useRef, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/core/paper.ts';
import type { SortOrder } from '../../lib/core/query.ts';
import { searchOf, viewOf } from '../../lib/extension/library-view.ts';
import { queueAddress } from '../../lib/extension/queue-view.ts';
import { ExportButton } from '../export/export-button.tsx';
import { useAddressedView } from '../hooks/use-addressed-view.ts';
import { useCatalogue } from '../hooks/use-catalogue.ts';
import { useEscape } from '../hooks/use-escape.ts';
import { useFirstFocus } from '../hooks/use-first-focus.ts';
import { useLibrary } from '../hooks/use-library.ts';
import { usePaper } from '../hooks/use-papers.ts';
import { useReadingList } from '../hooks/use-reading-list.ts';
import { useSaving } from '../hooks/use-saving.ts';
import { useShortcuts } from '../hooks/use-shortcuts.ts';
import { useToast } from '../hooks/use-toast.ts';
import { commandOf } from '../keys.ts';
import { PaperDetails } from '../paper/paper-details.tsx';
import { QueryHelp } from '../paper/query-help.tsx';
import { digestsOf } from '../paper/row-content.ts';
import { selectProblem } from '../paper/select-problem.ts';
import { CatalogueNotice } from '../popup/catalogue-notice.tsx';
import { SearchBox } from '../popup/search-box.tsx';
import { count } from '../sentences.ts';
import { Mark } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { ToastView } from '../ui/toast.tsx';
import { Facets } from './facets.tsx';
import { RelatedPapers } from './related-papers.tsx';
import { SortChoice } from './sort-choice.tsx';
import { VirtualList } from './virtual-list.tsx';

/** The whole catalogue in a tab: searched, narrowed, sorted, and each paper with those near to it. */
export function LibraryPage() {
  const [attempt, setAttempt] = useState(0);
  const [view, go] = useAddressedView(viewOf, searchOf);
  const toasts = useToast();
  const catalogue = useCatalogue(attempt);
  const list = useReadingList(attempt);
  const saving = useSaving(list.saved, toasts.show);
  const loaded = catalogue.state === 'ready' ? catalogue.catalogue : undefined;
  const library = useLibrary(loaded, list.entries, view);
  const box = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState<{ index: number }>();
  useFirstFocus(box);
  const toBox = (): void => box.current?.focus();
  useShortcuts({ undo: saving.undo, search: toBox, latestChange: toasts.toast });

  const { papers, counts } = library;
  const first = papers?.at(0);
  const best = usePaper(loaded, first);
  const opened = usePaper(loaded, view.paper);
  const open = (paper: PaperId): void => go({ paper });
  const close = (): void => {
    go({ paper: null });
    const index = view.paper === null ? -1 : (papers?.indexOf(view.paper) ?? -1);
    if (index < 0) toBox();
    else setWanted({ index });
  };
  const onBoxKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') setWanted({ index: -1 });
    else if (event.key === 'Enter' && first !== undefined) open(first);
    else if (commandOf(event, true) === 'save' && best) saving.toggle(best);
    else return;
    event.preventDefault();
  };
  useEscape(() => {
    if (view.paper !== null) return close();
    go({ query: '' }, true);
    toBox();
  });

  return (
    <main class="library" data-opened={view.paper !== null}>
      <header class="library-header">
        <Mark />
        <h1>Library</h1>
        <div class="library-search">
          <SearchBox
            box={box}
            query={view.query}
            placeholder={loaded ? `Search ${loaded.count} papers` : 'Search papers'}
            onQuery={(query) => go({ query, paper: null }, true)}
            onKeyDown={onBoxKey}
          />
          <QueryHelp
            chips={library.chips}
            problems={library.problems}
            onGo={(problem) => selectProblem(box.current, problem)}
            onChoose={(query) => {
              go({ query }, true);
              toBox();
            }}
          />
        </div>
        <a class="button library-other" href={queueAddress()}>
          Reading list
          <span class="library-count">{list.entries?.length ?? ''}</span>
        </a>
        <ExportButton />
      </header>
      {loaded ? (
        <div class="library-columns">
          <Facets view={view} counts={counts} digests={loaded.digests} go={go} />
          <section class="library-list" aria-label="Papers">
            <div class="library-status">
              <p role="status">{papers ? count(papers.length, 'paper') : 'Preparing the search…'}</p>
              <SortChoice sort={view.sort} asked={library.isAsked} onChange={(sort: SortOrder) => go({ sort })} />
            </div>
            {papers?.length === 0 && (
              <Notice title="No paper is like that">
                Try fewer words, or take a filter away. Titles and abstracts are searched; small misspellings do no
                harm.
              </Notice>
            )}
            {papers && (
              <VirtualList
                label="Results"
                papers={papers}
                wordsOf={library.wordsOf}
                catalogue={loaded}
                saved={list.saved}
                topic={[view.query, view.digest, view.saved, view.tag, view.code, view.sort].join('\n')}
                wanted={wanted}
                onOpen={open}
                onToggle={saving.toggle}
                onLeave={toBox}
              />
            )}
          </section>
          {view.paper !== null && (
            <aside class="library-paper" aria-label="Paper">
              {opened ? (
                <PaperDetails
                  key={opened.id}
                  paper={opened}
                  digests={digestsOf(opened, loaded.digests)}
                  words={library.wordsOf(opened.id)}
                  saved={list.saved.has(opened.id)}
                  onToggle={() => saving.toggle(opened)}
                  onBack={close}
                >
                  {library.search && (
                    <RelatedPapers paper={opened} search={library.search} catalogue={loaded} onOpen={open} />
                  )}
                </PaperDetails>
              ) : opened === undefined ? null : (
                <Notice title="This paper is not in the catalogue" action={{ label: 'Close', run: close }} />
              )}
            </aside>
          )}
        </div>
      ) : (
        <CatalogueNotice catalogue={catalogue} onRetry={() => setAttempt(attempt + 1)} />
      )}
      <ToastView {...toasts} />
    </main>
  );
}
