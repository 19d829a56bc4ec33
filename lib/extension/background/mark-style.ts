/**
 * The style of marks that the reader chose. A style sheet of the extension leaves no element in a
 * page, and nothing in `document.styleSheets` or `adoptedStyleSheets`. All marks stay under one
 * name in the page's registry, so that no page sees kinds of marks. The sheet is added as the
 * reader's own: one of the page does not reach into shadow trees in Firefox, and can be overridden.
 */
import { browser } from 'wxt/browser';
import { FLASH_SHEET, styleSheet } from '../browser/mark-sheet.ts';
import { readSettings } from '../browser/settings.ts';
import { markStyles } from '../browser/stored-settings.ts';

/** Gives the marks of a frame the style that is chosen, in the place of another one. */
export async function styleFrame(tabId: number, frameId: number): Promise<void> {
  const { markStyle } = await readSettings();
  const target = { tabId, frameIds: [frameId] };
  const files = [FLASH_SHEET, ...markStyles.map(styleSheet)];
  await browser.scripting.removeCSS({ target, files, origin: 'USER' });
  await browser.scripting.insertCSS({ target, files: [FLASH_SHEET, styleSheet(markStyle)], origin: 'USER' });
}
