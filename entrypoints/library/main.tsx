import { render } from 'preact';
import '../../components/styles/library.css';
import { LibraryPage } from '../../components/library/library-page.tsx';
import { tellOfListChanges } from '../../lib/extension/list-news.ts';

const root = document.getElementById('app');
if (root) render(<LibraryPage />, root);
tellOfListChanges();
