import { openPopup } from '../../components/popup/open-popup.ts';

/** `popup.html?tab=7` shows the page in tab 7 instead of the current one. */
function namedTab(): number | undefined {
  const value = new URLSearchParams(location.search).get('tab');
  return value && /^\d+$/.test(value) ? Number(value) : undefined;
}

// Other pages load this chunk too, for the code that they share with the popup.
if (location.pathname === '/popup.html') openPopup(namedTab(), 'popup');
if (location.pathname === '/sidepanel.html') openPopup(undefined, 'side-panel');
