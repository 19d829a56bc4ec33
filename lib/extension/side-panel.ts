/** The key that opens the side panel. */
import { browser } from 'wxt/browser';

/** Name of the command in the manifest. */
const COMMAND = 'open-side-panel';

/** As much of Firefox's own call as is used here: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/sidebarAction */
interface WithSidebar {
  sidebarAction: { toggle(): Promise<void> };
}

/** Opens the side panel when the reader presses the key; in Firefox it closes it too. Call once, before anything is awaited. */
export function openSidePanelByCommand(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== COMMAND) return;
    // Browsers allow it while they handle the key, and not a moment later: nothing is awaited before.
    if (import.meta.env.FIREFOX) (browser as unknown as WithSidebar).sidebarAction.toggle().catch(() => {});
    else if (tab) browser.sidePanel.open({ windowId: tab.windowId }).catch(() => {});
  });
}
