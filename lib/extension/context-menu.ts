/** Looking up text that is selected on a page. */
import { browser } from 'wxt/browser';
import { selectedQuery } from '../core/selected-query.ts';
import { libraryAddress } from './library-view.ts';

const MENU_ITEM = 'look-up';

/** Answers "Look up in Paperlight" in the menu of selected text. Call once, before anything is awaited. */
export function answerContextMenu(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId !== MENU_ITEM || !selectionText?.trim()) return;
    void browser.tabs.create({
      url: libraryAddress({ query: selectedQuery(selectionText) }),
      ...(tab && tab.index >= 0 && { index: tab.index + 1 }),
    });
  });
}

/** Puts the entry into the menu; the browser keeps it until the next install or update. */
export async function offerContextMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU_ITEM, title: 'Look up in Paperlight', contexts: ['selection'] });
}
