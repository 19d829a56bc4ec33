import { type ComponentType, render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/paper.css';
import '../../components/styles/toast.css';
import '../../components/styles/library.css';
import { isQueue } from '../../lib/extension/queue-view.ts';

// The catalogue and the reading list are two pages in one file: each loads what it needs.
const loadPage = (): Promise<ComponentType> =>
  isQueue(location.search)
    ? import('../../components/queue/queue-page.tsx').then(({ QueuePage }) => QueuePage)
    : import('../../components/library/library-page.tsx').then(({ LibraryPage }) => LibraryPage);

const root = document.getElementById('app');
if (root) void loadPage().then((Page) => render(<Page />, root));
