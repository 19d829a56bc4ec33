import '../../components/styles/popup.css';
import { openPopup } from '../../components/popup/open-popup.ts';

/** `popup.html?tab=7` talks about the page in tab 7 instead of the current one. */
function namedTab(): number | undefined {
  const value = new URLSearchParams(location.search).get('tab');
  return value && /^\d+$/.test(value) ? Number(value) : undefined;
}

openPopup(namedTab(), 'popup');
