import { render } from 'preact';
import '../../components/styles/tokens.css';
import '../../components/styles/base.css';
import '../../components/styles/paper.css';
import '../../components/styles/toast.css';
import '../../components/styles/popup.css';
import { Popup } from '../../components/popup/popup.tsx';
import { tellOfListChanges } from '../../lib/extension/list-news.ts';

/** `popup.html?tab=7` talks about the page in tab 7 instead of the current one. */
function namedTab(): number | undefined {
  const value = new URLSearchParams(location.search).get('tab');
  return value && /^\d+$/.test(value) ? Number(value) : undefined;
}

const root = document.getElementById('app');
if (root) render(<Popup namedTab={namedTab()} />, root);
tellOfListChanges();
