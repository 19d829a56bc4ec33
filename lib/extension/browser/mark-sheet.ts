/** Where the style sheets of marks are. */
import type { MarkStyle } from './stored-settings.ts';

/** The sheet of the mark that was just scrolled to. */
export const FLASH_SHEET = '/marks/flash.css';

/**
 * The path of a style's sheet in the extension. Its rules are `!important`, to override a page's.
 */
export function styleSheet(style: MarkStyle): `/marks/${MarkStyle}.css` {
  return `/marks/${style}.css`;
}
