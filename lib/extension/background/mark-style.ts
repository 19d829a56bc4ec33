/**
 * Inserts the style of marks. It leaves no element in the page, and nothing in
 * `document.styleSheets` or `adoptedStyleSheets`. All marks have one name in the page's registry,
 * so that pages can't tell kinds of marks apart.
 */
import { browser } from 'wxt/browser';
import { FLASH_SHEET, styleSheet } from '../browser/mark-sheet.ts';
import { readSettings } from '../browser/settings.ts';
import { markStyles } from '../browser/stored-settings.ts';

/**
 * Where the rules come from. Chromium paints no colours of highlights from user style sheets.
 * Firefox does not apply those of authors in shadow trees.
 */
const ORIGIN = import.meta.env.FIREFOX ? ('USER' as const) : ('AUTHOR' as const);

/** Gives the marks in a frame's elements of these names the chosen style, in place of any other. */
export async function styleFrame(tabId: number, frameId: number, names: readonly string[]): Promise<void> {
  const { markStyle } = await readSettings();
  const target = { tabId, frameIds: [frameId] };
  const flash = await textOf(FLASH_SHEET);
  const sheets = await Promise.all(markStyles.map((style) => textOf(styleSheet(style))));
  const chosen = sheets[markStyles.indexOf(markStyle)];
  const change = async (name: string): Promise<void> => {
    const rules = (sheet = '') => ({ target, origin: ORIGIN, css: forElements(name, flash + sheet) });
    await Promise.all(sheets.map((sheet) => browser.scripting.removeCSS(rules(sheet))));
    await browser.scripting.insertCSS(rules(chosen));
  };
  await Promise.all(names.map(change));
}

/**
 * A sheet of marks for elements of one name. A rule for all elements makes the browser style every
 * element again: a page of 25,000 would stand still for 125 ms.
 */
function forElements(name: string, sheet: string): string {
  return sheet.replaceAll('::highlight(', `${name}::highlight(`);
}

/** Reads a sheet of the extension. */
async function textOf(path: typeof FLASH_SHEET | ReturnType<typeof styleSheet>): Promise<string> {
  return (await fetch(browser.runtime.getURL(path))).text();
}
