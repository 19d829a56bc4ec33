/** The key by which the reader asks for marks on a page. */
import { browser } from 'wxt/browser';
import { askForMarks } from './frames.ts';

/** Name of the command in the manifest. */
const COMMAND = 'mark-page';

/** Marks the page in front when the reader presses the key, where pages wait for being asked. Call once, before anything is awaited. */
export function markByCommand(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    // Pages of the browser itself refuse.
    if (command === COMMAND && tab?.id !== undefined) askForMarks(tab.id).catch(() => {});
  });
}
