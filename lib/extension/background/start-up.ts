/** What is done once after an install, after an update, and at each start of the browser. */
import { browser } from 'wxt/browser';
import { takeSnapshot } from '../../db/snapshots.ts';
import { logError } from '../browser/error-log.ts';
import { noteUpdate } from '../browser/news.ts';
import { offerContextMenu } from './context-menu.ts';
import { refreshDerivedData } from './derived-data.ts';
import { ensureCatalogue } from './install-catalogue.ts';
import { markOpenTabs } from './open-tabs.ts';
import { welcome } from './welcome.ts';

/** Listens for these events. Call once, before anything is awaited. */
export function answerStartUp(): void {
  browser.runtime.onInstalled.addListener(async ({ reason, previousVersion }) => {
    await offerContextMenu();
    // Where no page can be opened, all else goes on.
    await welcome(reason).catch((error) => logError('background', error));
    // An update goes on without a snapshot too.
    if (reason === 'update') {
      await takeSnapshot('update').catch((error) => logError('background', error));
      await noteUpdate(previousVersion).catch((error) => logError('background', error));
    }
    // Open tabs are marked by what is there already.
    await ensureCatalogue().catch((error) => logError('background', error));
    // The version before may have stored titles in another format.
    void refreshDerivedData({ titles: true });
    await markOpenTabs();
  });
  browser.runtime.onStartup.addListener(async () => {
    await ensureCatalogue();
    await refreshDerivedData({ titles: true });
    // The browser keeps the menu, and may speak another language now. Nothing waits for it.
    await offerContextMenu();
  });
}
