/** The keys that the browser keeps for the extension (`commands` in the manifest). */
import type { Browser } from 'wxt/browser';
import { askForMarks } from '../browser/frames.ts';
import { lackable } from '../browser/lackable.ts';
import { savePage } from './save-from-page.ts';
import { stepBetweenMarks } from './step-between-marks.ts';

/** The tab that was in front when a key was pressed. */
type CommandTab = Browser.tabs.Tab | undefined;

/** What each command of the manifest does in the tab in front. */
const commands: Record<string, (tab: CommandTab) => Promise<unknown> | undefined> = {
  'next-mark': (tab) => (tab?.id === undefined ? undefined : stepBetweenMarks(tab.id, 1)),
  'previous-mark': (tab) => (tab?.id === undefined ? undefined : stepBetweenMarks(tab.id, -1)),
  'mark-page': (tab) => (tab?.id === undefined ? undefined : askForMarks(tab.id)),
  'save-page': (tab) => (tab?.id === undefined ? undefined : savePage(tab.id, tab)),
  'open-side-panel': openSidePanel,
};

/**
 * Answers all commands of the manifest, where the browser has commands. Call once, before anything
 * is awaited.
 */
export function answerCommands(): void {
  lackable().commands?.onCommand.addListener((command, tab) => {
    // Pages that extensions may not touch refuse.
    commands[command]?.(tab)?.catch(() => {});
  });
}

/**
 * Opens the side panel; in Firefox it closes it too. Browsers allow it only while they handle the
 * key: nothing is awaited before.
 */
function openSidePanel(tab: CommandTab): Promise<void> | undefined {
  const { sidebarAction, sidePanel } = lackable();
  if (import.meta.env.FIREFOX) return sidebarAction?.toggle();
  return tab && sidePanel?.open({ windowId: tab.windowId });
}
