import { render } from 'preact';
import '../../components/styles/library.css';
import { LibraryPage } from '../../components/library/library-page.tsx';
import { tellOfListChanges } from '../../lib/extension/list-news.ts';
import { isQueue } from '../../lib/extension/queue-view.ts';

const root = document.getElementById('app');
if (root && isQueue(location.search)) {
  void import('../../components/queue/queue-page.tsx').then(({ QueuePage }) => render(<QueuePage />, root));
} else if (root) render(<LibraryPage />, root);
tellOfListChanges();
