import type { ComponentChildren } from 'preact';
import type { Paper, PaperId } from '../../lib/core/model/paper.ts';
import type { SearchAnswer, SearchState } from '../../lib/core/search/search-session.ts';
import { digestName } from '../../lib/extension/browser/digest-name.ts';
import { t } from '../../lib/words/words.ts';
import { PaperList } from '../paper/paper-list.tsx';
import type { RowContent } from '../paper/row-content.ts';
import type { CatalogueState } from '../search/catalogue.ts';
import { Notice } from '../ui/notice.tsx';
import { searchKeys } from '../ui/search-keys.ts';
import { LastRows } from './opening/last-rows.tsx';

interface SearchResultsProps {
  catalogue: CatalogueState;
  search: SearchState;
  rows: readonly RowContent[];
  /** The previous rows, shown until there are new ones. */
  lastRows: readonly Node[];
  /** The latest searches, shown without a query. */
  recent: ComponentChildren;
  /** Shown when no papers match a query. */
  noAnswer(answer: SearchAnswer): ComponentChildren;
  saved: ReadonlySet<PaperId>;
  active: number;
  onActive(index: number): void;
  onOpen(paper: Paper): void;
  onToggle(paper: Paper): void;
  onLeave(): void;
  /** Shown while there are no papers. */
  notice: ComponentChildren;
}

/** The content below the search box: results, the latest digest, or why there are none. */
export function SearchResults(props: SearchResultsProps) {
  const { catalogue, search, rows, lastRows, recent, noAnswer, notice, ...list } = props;
  const { answer, isPreparing } = search;
  const isOpening = catalogue.state === 'opening' || (catalogue.state === 'ready' && answer === undefined);
  if (isOpening && lastRows.length > 0) return <LastRows rows={lastRows} />;
  if (catalogue.state !== 'ready') return notice;
  if (isPreparing) return <p class="list-title late">{t('popup.preparing')}</p>;
  if (answer === undefined) return null;
  const { latest } = answer;
  if (rows.length > 0) {
    return (
      <>
        {latest && recent}
        {latest && <p class="list-title">{t('popup.latestDigest', { digest: digestName(latest) })}</p>}
        <PaperList id="found" keys={searchKeys} label={t('shared.results')} rows={rows} reusesRows {...list} />
      </>
    );
  }
  if (answer.query.trim() === '') {
    return <Notice title={t('popup.noPapersYet')}>{t('popup.noPapersYetHint')}</Notice>;
  }
  return noAnswer(answer);
}
