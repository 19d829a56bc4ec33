/** Handles keyboard shortcuts (`commands` in the manifest). */
import type { Browser } from 'wxt/browser';
import { askForMarks } from '../browser/frames.ts';
import { optionalApis } from '../browser/optional-apis.ts';
import { savePage } from './save-from-page.ts';
import { stepBetweenMarks } from './step-between-marks.ts';

/** The tab that was active when a shortcut was pressed. */
type CommandTab = Browser.tabs.Tab | undefined;

/** What each command of the manifest does in the active tab. */
const commands: Record<string, (tab: CommandTab) => Promise<unknown> | undefined> = {
  'next-mark': (tab) => (tab?.id === undefined ? undefined : stepBetweenMarks(tab.id, 1)),
  'previous-mark': (tab) => (tab?.id === undefined ? undefined : stepBetweenMarks(tab.id, -1)),
  'mark-page': (tab) => (tab?.id === undefined ? undefined : askForMarks(tab.id)),
  'save-page': (tab) => (tab?.id === undefined ? undefined : savePage(tab.id, tab)),
  'open-side-panel': openSidePanel,
};

/**
 * Handles all commands of the manifest, if the browser has commands. Call once, before anything is
 * awaited.
 */
export function answerCommands(): void {
  optionalApis().commands?.onCommand.addListener((command, tab) => {
    // Fails on pages closed to extensions.
    commands[command]?.(tab)?.catch(() => {});
  });
}

/**
 * Opens the side panel; in Firefox, toggles it. Browsers allow that only in the handler itself, so
 * nothing may be awaited first.
 */
function openSidePanel(tab: CommandTab): Promise<void> | undefined {
  const { sidebarAction, sidePanel } = optionalApis();
  if (import.meta.env.FIREFOX) return sidebarAction?.toggle();
  return tab && sidePanel?.open({ windowId: tab.windowId });
}
