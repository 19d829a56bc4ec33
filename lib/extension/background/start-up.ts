/** Runs after an install, after an update, and whenever the browser starts. */
import { browser } from 'wxt/browser';
import { takeSnapshot } from '../../db/snapshots.ts';
import { logError } from '../browser/error-log.ts';
import { noteUpdate } from '../browser/news.ts';
import { createContextMenu } from './context-menu.ts';
import { refreshDerivedData } from './derived-data.ts';
import { ensureCatalogue } from './install-catalogue.ts';
import { markOpenTabs } from './open-tabs.ts';
import { welcome } from './welcome.ts';

/** Listens for these events. Call once, before anything is awaited. */
export function answerStartUp(): void {
  browser.runtime.onInstalled.addListener(async ({ reason, previousVersion }) => {
    await createContextMenu();
    // Everything else is done even if the page can't be opened.
    await welcome(reason).catch((error) => logError('background', error));
    // An update must not fail for lack of a snapshot.
    if (reason === 'update') {
      await takeSnapshot('update').catch((error) => logError('background', error));
      await noteUpdate(previousVersion).catch((error) => logError('background', error));
    }
    // Open tabs are marked even if this fails.
    await ensureCatalogue().catch((error) => logError('background', error));
    // The previous version may have stored titles in another format.
    void refreshDerivedData({ titles: true });
    await markOpenTabs();
  });
  browser.runtime.onStartup.addListener(async () => {
    await ensureCatalogue();
    await refreshDerivedData({ titles: true });
    // The browser keeps the menu, but its language may have changed.
    await createContextMenu();
  });
}
