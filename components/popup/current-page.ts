import type { PageConnection, PageReading, Site } from '../../lib/extension/browser/current-tab.ts';

/** What is known of the page in the current tab. */
export interface CurrentPage extends PageReading, PageConnection {
  state: 'connecting' | 'unreadable' | 'open';
  /** Undefined until it is known which tab it is in. */
  tabId?: number;
  /** Null for pages that extensions may not see. */
  site: Site | null;
  /** The browser lets the page be read only when the reader clicks. */
  isWithheld: boolean;
}
