/** Where the style sheets of marks lie. */
import type { MarkStyle } from './stored-settings.ts';

/** The sheet of the mark that was just scrolled to. */
export const FLASH_SHEET = '/marks/flash.css';

/**
 * The sheet of a style, from the root of the extension. Its rules are `!important`: they win over
 * those of a page.
 */
export function styleSheet(style: MarkStyle): `/marks/${MarkStyle}.css` {
  return `/marks/${style}.css`;
}
