import { takeFirstLook } from '../../lib/db/first-look.ts';
import { readLastView, showLastView } from './last-view.ts';

/** Shows the last view at once, reads what comes next, and has the program take over. For `namedTab` and `place` see Popup. */
export function openPopup(namedTab: number | undefined, place: 'popup' | 'side-panel'): void {
  const root = document.getElementById('app');
  if (!root) return;
  const kept = readLastView();
  const look = takeFirstLook(kept?.papers);
  if (kept) showLastView(root, kept);
  void import('./start.tsx').then(({ startPopup }) => startPopup(root, namedTab, look, place, kept?.attributes));
}
