/** What of the popup can't be seen in its first frame. */

export { QueryHelp } from '../paper/query-help.tsx';
export { CatalogueNotice } from './catalogue-notice.tsx';
export { NoAnswer } from './no-answer.tsx';
export { OpenedPaper } from './opened-paper.tsx';
export { ReadingListPanel } from './reading-list-panel.tsx';
export { RecentSearches } from './recent-searches.tsx';
export { rememberSearch } from './search-memory.ts';
export { ThisPagePanel } from './this-page-panel.tsx';
