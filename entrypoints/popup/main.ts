import '../../components/styles/popup.css';

import { showLastView } from '../../components/popup/last-view.ts';
import { takeFirstLook } from '../../lib/db/first-look.ts';

/** `popup.html?tab=7` talks about the page in tab 7 instead of the current one. */
function namedTab(): number | undefined {
  const value = new URLSearchParams(location.search).get('tab');
  return value && /^\d+$/.test(value) ? Number(value) : undefined;
}

const root = document.getElementById('app');
if (root) {
  const look = takeFirstLook();
  showLastView(root);
  void import('../../components/popup/start.tsx').then(({ startPopup }) => startPopup(root, namedTab(), look));
}
