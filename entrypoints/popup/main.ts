import { openPopup } from '../../components/popup/open-popup.ts';

/** `popup.html?tab=7` talks about the page in tab 7 instead of the current one. */
function namedTab(): number | undefined {
  const value = new URLSearchParams(location.search).get('tab');
  return value && /^\d+$/.test(value) ? Number(value) : undefined;
}

// Other pages load the file that this becomes too, for what they share with the popup.
if (location.pathname === '/popup.html') openPopup(namedTab(), 'popup');
if (location.pathname === '/sidepanel.html') openPopup(undefined, 'side-panel');
