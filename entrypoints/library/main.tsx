import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/paper.css';
import '../../components/styles/toast.css';
import '../../components/styles/library.css';
import { LibraryPage } from '../../components/library/library-page.tsx';

const root = document.getElementById('app');
if (root) render(<LibraryPage />, root);
// After the first frame: the background may have to know what this page does to the list.
requestAnimationFrame(
  () => void import('../../lib/extension/list-news.ts').then(({ tellOfListChanges }) => tellOfListChanges()),
);
