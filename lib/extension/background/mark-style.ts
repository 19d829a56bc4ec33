/**
 * Inserts the style sheet of marks. It leaves no element in the page, and nothing in
 * `document.styleSheets` or `adoptedStyleSheets`. All marks have one name in the page's registry,
 * so that pages can't tell kinds of marks apart. The sheet has the user origin: one of author
 * origin does not reach into shadow trees in Firefox, and can be overridden.
 */
import { browser } from 'wxt/browser';
import { FLASH_SHEET, styleSheet } from '../browser/mark-sheet.ts';
import { readSettings } from '../browser/settings.ts';
import { markStyles } from '../browser/stored-settings.ts';

/** Gives the marks of a frame the chosen style, in place of any other. */
export async function styleFrame(tabId: number, frameId: number): Promise<void> {
  const { markStyle } = await readSettings();
  const target = { tabId, frameIds: [frameId] };
  const files = [FLASH_SHEET, ...markStyles.map(styleSheet)];
  await browser.scripting.removeCSS({ target, files, origin: 'USER' });
  await browser.scripting.insertCSS({ target, files: [FLASH_SHEET, styleSheet(markStyle)], origin: 'USER' });
}
