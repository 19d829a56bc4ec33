import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/paper.css';
import '../../components/styles/toast.css';
import '../../components/styles/library.css';
import { LibraryPage } from '../../components/library/library-page.tsx';
import { isQueue } from '../../lib/extension/queue-view.ts';

const root = document.getElementById('app');
if (root && isQueue(location.search)) {
  void import('../../components/queue/queue-page.tsx').then(({ QueuePage }) => render(<QueuePage />, root));
} else if (root) render(<LibraryPage />, root);
