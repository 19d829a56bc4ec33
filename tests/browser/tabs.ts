/** The tabs of a browser. */
import type { Part } from './driver.ts';

/** What each page of the extension, and its background, has in either browser. */
interface Api {
  tabs: { query(of: object): Promise<{ url?: string }[]> };
}

/** The addresses of all tabs that the extension may see, asked in a part of it, with spaces between. */
export function addressesOfTabs(part: Part): Promise<string> {
  return part.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<'browser' | 'chrome', Api>;
    return (await (browser ?? chrome).tabs.query({})).map(({ url }) => url).join(' ');
  });
}
