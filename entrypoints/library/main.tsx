import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/paper.css';
import '../../components/styles/toast.css';
import '../../components/styles/library.css';
import { LibraryPage } from '../../components/library/library-page.tsx';
import { tellOfListChanges } from '../../lib/extension/list-news.ts';

const root = document.getElementById('app');
if (root) render(<LibraryPage />, root);
tellOfListChanges();
