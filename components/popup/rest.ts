/**
 * Everything in the popup that is not needed for its first results, loaded after them as one chunk.
 */
import '../styles/popup-rest.css';

export { announceChanges } from '../../lib/extension/browser/announce-changes.ts';
export { openOptions } from '../../lib/extension/browser/browser-pages.ts';
export { isPrivateWindow } from '../../lib/extension/browser/private-window.ts';
export { CatalogueNotice } from '../search/catalogue-notice.tsx';
export { QueryHelp } from '../search/query-help.tsx';
export { PageNotes } from '../ui/page-notes.tsx';
export { ToastView } from '../ui/toast.tsx';
export { followCurrentPage } from './follow-current-page.ts';
export { News } from './news.tsx';
export { NoAnswer } from './no-answer.tsx';
export { OpenedPaper } from './opened-paper.tsx';
export { ReadingListPanel } from './reading-list-panel.tsx';
export { RecentSearches } from './recent-searches.tsx';
export { rememberSearch } from './search-memory.ts';
export { ThisPagePanel } from './this-page-panel.tsx';
