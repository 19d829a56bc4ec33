import type { PageConnection, PageReading, Site } from '../../lib/extension/browser/current-tab.ts';

/** The page in the current tab. */
export interface CurrentPage extends PageReading, PageConnection {
  state: 'connecting' | 'unreadable' | 'open';
  /** Undefined until known. */
  tabId?: number;
  /** Null for pages closed to extensions. */
  site: Site | null;
  /** Whether the page can be read only after a click. */
  isWithheld: boolean;
}
