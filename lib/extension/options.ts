/** The page of settings. */
import { browser } from 'wxt/browser';

/** Opens the settings in a tab, or goes to the tab that has them. */
export function openOptions(): void {
  void browser.runtime.openOptionsPage();
}
