/** What a reader's hands do in Firefox's own window: keys, the context menu, the address bar. */
import type { FirefoxGlobals, MenuItem, MenuPopup } from './firefox-privileged.d.ts';
import type { FirefoxWindow } from './firefox-window.ts';
import { until } from './patience.ts';

// In functions that run in the browser's window.
declare const Cc: FirefoxGlobals['Cc'];
declare const Ci: FirefoxGlobals['Ci'];
declare const gBrowser: FirefoxGlobals['gBrowser'];
declare const gURLBar: FirefoxGlobals['gURLBar'];

/** What the names of keys in a manifest stand for that are no letters. */
const KEYS: Record<string, { key: string; keyCode: number }> = {
  Down: { key: 'ArrowDown', keyCode: 40 },
  Alt: { key: 'Alt', keyCode: 18 },
  Ctrl: { key: 'Control', keyCode: 17 },
  Shift: { key: 'Shift', keyCode: 16 },
  Comma: { key: ',', keyCode: 188 },
  Period: { key: '.', keyCode: 190 },
};

/** Hands on one window. */
export class FirefoxHands {
  private readonly window: FirefoxWindow;

  constructor(window: FirefoxWindow) {
    this.window = window;
  }

  /** Puts the focus into the page in front. */
  focusPage(): Promise<void> {
    return this.window.run(() => gBrowser.selectedBrowser.focus());
  }

  /** Presses keys as a manifest writes them, such as "Alt+Shift+Period", where the focus is. */
  async press(shortcut: string): Promise<void> {
    const keys = shortcut
      .split('+')
      .map((name) => KEYS[name] ?? { key: name.toLowerCase(), code: `Key${name}`, keyCode: name.charCodeAt(0) });
    await this.window.run((events) => {
      const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      keyboard.beginInputTransactionForTests(window);
      for (const event of events) keyboard.keydown(new KeyboardEvent('', event));
      for (const event of events.toReversed()) keyboard.keyup(new KeyboardEvent('', event));
    }, keys);
  }

  /** Chooses an extension's entry in the menu that is about to open. */
  async chooseEntry(entry: string): Promise<void> {
    await until(`the entry ${entry} in the menu`, () => this.window.run(chooseEntry, entry));
  }

  /**
   * Types into the address bar and returns what it suggests, but for the first, which is what the
   * keyword does.
   */
  async typeInAddressBar(text: string): Promise<string[]> {
    const suggestions = async (): Promise<string[] | undefined> => {
      const titles = await this.window.run(() => gURLBar.view.visibleResults.map(({ payload }) => payload.title));
      return titles.length > 1 ? titles.slice(1) : undefined;
    };
    return until('suggestions', async () => {
      await this.window.run((typed) => {
        gURLBar.focus();
        gURLBar.value = typed;
        gURLBar.search(typed);
      }, text);
      // Firefox waits three seconds for an extension's answer, and then for no later one.
      return until('suggestions', suggestions, 4000).catch(() => undefined);
    });
  }

  /** Chooses the `nth` of these suggestions. */
  takeSuggestion(nth: number): Promise<void> {
    return this.window.run((row) => {
      gURLBar.view.selectedRowIndex = row;
      gURLBar.handleCommand();
    }, nth + 1);
  }
}

/**
 * Runs in the window. An extension with several entries has them in a submenu. Returns undefined as
 * long as there is none to choose.
 */
function chooseEntry(entry: string): true | undefined {
  const menu = document.getElementById('contentAreaContextMenu') as unknown as MenuPopup;
  const item = menu.querySelector<MenuItem>(`menuitem[id$="-menuitem-_${entry}"]:not([hidden])`);
  if (menu.state !== 'open' || !item) return undefined;
  const submenu = item.closest('menu') as unknown as { openMenu(isOpen: boolean): void } | null;
  if (submenu && item.parentElement.state !== 'open') {
    submenu.openMenu(true);
    return undefined;
  }
  item.parentElement.activateItem(item);
  return true;
}
