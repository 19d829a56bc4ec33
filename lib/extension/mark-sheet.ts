/** Where the style sheets of marks lie. */
import type { MarkStyle } from './stored-settings.ts';

/** The sheet of a style, from the root of the extension. Its rules are `!important`: they win over those of the content script. */
export function styleSheet(style: MarkStyle): `/marks/${MarkStyle}.css` {
  return `/marks/${style}.css`;
}
