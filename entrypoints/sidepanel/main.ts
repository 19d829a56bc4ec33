import '../../components/styles/side-panel.css';
import { showLastView } from '../../components/popup/last-view.ts';
import { takeFirstLook } from '../../lib/db/first-look.ts';

const root = document.getElementById('app');
if (root) {
  const look = takeFirstLook();
  showLastView(root);
  void import('../../components/popup/start.tsx').then(({ startPopup }) =>
    startPopup(root, undefined, look, 'side-panel'),
  );
}
