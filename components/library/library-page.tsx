import { useMemo, useRef, useState } from 'preact/hooks';
import { newestFirst } from '../../lib/core/digests/digest-label.ts';
import type { PaperId } from '../../lib/core/model/paper.ts';
import type { SortOrder } from '../../lib/core/query/parse-query.ts';
import { askedToAdd, searchOf, viewOf, wholeLibrary } from '../../lib/extension/browser/library-view.ts';
import { queueAddress } from '../../lib/extension/browser/queue-view.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { ExportButton } from '../export/export-button.tsx';
import { useExportDialog } from '../export/use-export-dialog.tsx';
import { useAddressedView } from '../hooks/use-addressed-view.ts';
import { useReadingList } from '../hooks/use-reading-list.ts';
import { useSaving } from '../hooks/use-saving.ts';
import { AddPapersButton } from '../import/add-papers-button.tsx';
import { SourceList } from '../import/source-list.tsx';
import { PaperDetails } from '../paper/paper-details.tsx';
import { digestsOf } from '../paper/row-content.ts';
import { CatalogueNotice } from '../search/catalogue-notice.tsx';
import { continueTyping } from '../search/continue-typing.ts';
import { NoMatches } from '../search/no-matches.tsx';
import { QueryHelp } from '../search/query-help.tsx';
import { SearchBox } from '../search/search-box.tsx';
import { searchWords } from '../search/search-words.ts';
import { selectProblem } from '../search/select-problem.ts';
import { useAwaitedKeys } from '../search/use-awaited-keys.ts';
import { useCatalogue } from '../search/use-catalogue.ts';
import { usePaper } from '../search/use-papers.ts';
import { Help, HelpButton, useHelp } from '../ui/help.tsx';
import { Mark } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageNotes } from '../ui/page-notes.tsx';
import { papersWord } from '../ui/papers-word.ts';
import { runShortcut } from '../ui/run-shortcut.ts';
import { type Surface, shortcuts } from '../ui/shortcuts.ts';
import { ToastView } from '../ui/toast.tsx';
import { useEscape } from '../ui/use-escape.ts';
import { useFirstFocus } from '../ui/use-first-focus.ts';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { useToast } from '../ui/use-toast.ts';
import { Facets } from './facets.tsx';
import { RelatedPapers } from './related-papers.tsx';
import { SortChoice } from './sort-choice.tsx';
import { useLibrary } from './use-library.ts';
import { VirtualList } from './virtual-list.tsx';

const surfaces: readonly Surface[] = ['library', 'paper', 'writing'];

/** The whole catalogue in a tab: search, filters, order, and each paper with related ones. */
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
  const [asked] = useState(() => askedToAdd(location.search));
  const exporting = useExportDialog();
  useFirstFocus(box);
  const toBox = (): void => continueTyping(box.current);
  const help = useHelp(surfaces);
  const { undo } = saving;
  useShortcuts({
    keys: shortcuts.library,
    undo,
    search: (key) => continueTyping(box.current, key === 'writes'),
    help: help.open,
    latestChange: toasts.toast,
  });

  const byPaper = useMemo(() => new Map(list.entries?.map((entry) => [entry.paperId, entry])), [list.entries]);
  const sources = useMemo(() => newestFirst(loaded?.digests.values() ?? []), [loaded]);
  const { papers, counts } = library;
  const first = papers?.at(0);
  const opened = usePaper(loaded, view.paper);
  const open = (paper: PaperId): void => go({ paper });
  const close = (): void => {
    go({ paper: null });
    const index = view.paper === null ? -1 : (papers?.indexOf(view.paper) ?? -1);
    if (index < 0) toBox();
    else setWanted({ index });
  };
  const awaited = useAwaitedKeys(library.isAnswered, (key) => {
    if (key === 'walk') setWanted({ index: -1 });
    else if (first !== undefined && key === 'open') open(first);
    else if (first !== undefined) saving.toggle({ id: first });
  });
  const onBoxKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      awaited.press('walk');
    } else
      runShortcut(event, shortcuts.library, { save: () => awaited.press('save'), open: () => awaited.press('open') });
  };
  useEscape(() => {
    if (view.paper !== null) return close();
    go({ query: '' }, true);
    toBox();
  });

  return (
    <Help.Provider value={help.open}>
      <main class="library" data-opened={view.paper !== null}>
        <header class="library-header">
          <Mark />
          <h1>{t('shared.library')}</h1>
          <div class="library-search">
            <SearchBox
              box={box}
              query={view.query}
              placeholder={searchWords(view.query, loaded)}
              onQuery={(query) => {
                awaited.forget();
                go({ query, paper: null }, true);
              }}
              onKeyDown={onBoxKey}
            />
            <QueryHelp
              query={view.query}
              interpreted={library.search.interpreted}
              onGo={(problem) => selectProblem(box.current, problem)}
              onChoose={(query) => {
                go({ query }, true);
                toBox();
              }}
            />
          </div>
          <a class="button library-other" href={queueAddress()}>
            {t('shared.readingList')}
            <span class="library-count">{list.entries ? formatNumber(list.entries.length) : ''}</span>
          </a>
          <AddPapersButton show={toasts.show} asked={asked} />
          <ExportButton />
          <HelpButton />
        </header>
        {loaded ? (
          <div class="library-columns">
            <Facets view={view} counts={counts} digests={loaded.digests} go={go}>
              <SourceList
                sources={sources}
                entries={byPaper}
                show={toasts.show}
                onOpen={(digest) => go({ ...wholeLibrary, digest, sort: view.sort })}
                onAsk={(query) => go({ ...wholeLibrary, query, sort: view.sort })}
                onExport={(paperIds) => void exporting.open(paperIds)}
              />
            </Facets>
            <section class="library-list" aria-label={t('shared.paperList')}>
              <div class="library-status">
                <p role="status">{papers ? papersWord(papers.length) : t('library.preparing')}</p>
                <SortChoice sort={view.sort} asked={library.isAsked} onChange={(sort: SortOrder) => go({ sort })} />
              </div>
              {papers?.length === 0 &&
                (view.query.trim() === '' || library.search.answer?.ids.length ? (
                  <Notice title={t('search.noneMatch')}>{t('library.takeFilterAway')}</Notice>
                ) : (
                  <NoMatches query={view.query} interpreted={library.search.interpreted} />
                ))}
              {papers && (
                <VirtualList
                  label={t('shared.results')}
                  papers={papers}
                  words={library.words}
                  ownMatchOf={library.ownMatchOf}
                  catalogue={loaded}
                  saved={byPaper}
                  topic={[
                    view.query,
                    view.digest,
                    view.saved,
                    view.tag,
                    view.year,
                    view.venue,
                    view.code,
                    view.sort,
                  ].join('\n')}
                  wanted={wanted}
                  onOpen={open}
                  onToggle={saving.toggle}
                  onLeave={toBox}
                />
              )}
            </section>
            {view.paper !== null && (
              <aside class="library-paper" aria-label={t('shared.paper')}>
                {opened ? (
                  <PaperDetails
                    key={opened.id}
                    paper={opened}
                    digests={digestsOf(opened, loaded.digests)}
                    words={library.words}
                    saved={list.saved.has(opened.id)}
                    onToggle={() => saving.toggle(opened)}
                    onBack={close}
                    show={toasts.show}
                  >
                    {library.index && (
                      <RelatedPapers paper={opened} index={library.index} catalogue={loaded} onOpen={open} />
                    )}
                  </PaperDetails>
                ) : opened === undefined ? null : (
                  <Notice title={t('library.missing')} action={{ label: t('shared.close'), run: close }} />
                )}
              </aside>
            )}
          </div>
        ) : (
          <CatalogueNotice catalogue={catalogue} onRetry={() => setAttempt(attempt + 1)} />
        )}
        {exporting.view}
        <PageNotes />
        <ToastView {...toasts} />
        {help.dialog}
      </main>
    </Help.Provider>
  );
}
