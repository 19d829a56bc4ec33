/** What of the popup can't be seen in its first frame. */

export { OpenedPaper } from './opened-paper.tsx';
export { ReadingListPanel } from './reading-list-panel.tsx';
export { ThisPagePanel } from './this-page-panel.tsx';
