import { quickRead } from '../../lib/db/quick-read.ts';
import { introducePage } from '../../lib/words/introduce-page.ts';
import { t } from '../../lib/words/words.ts';
import { catchTyping } from '../ui/typed-ahead.ts';
import { catchEarlyInput } from './opening/early-input.ts';
import { readLastView, showLastView } from './opening/last-view.ts';

/**
 * Shows the last view at once, starts reading the initial data, and loads the program. For
 * `namedTab` and `place` see Popup.
 */
export function openPopup(namedTab: number | undefined, place: 'popup' | 'side-panel'): void {
  const root = document.getElementById('app');
  if (!root) return;
  introducePage();
  const kept = readLastView();
  const reading = quickRead(kept?.papers);
  if (kept) {
    showLastView(root, kept);
    catchEarlyInput(root);
  } else catchTyping(t('shared.searchPapers'));
  import('./start.tsx')
    .then(({ startPopup }) => startPopup(root, namedTab, reading, place))
    .catch(async (error) =>
      (await import('../ui/failure.tsx')).showFailure(root, place === 'popup' ? place : 'side panel', error),
    );
}
