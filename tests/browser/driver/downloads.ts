/** Files that pages save. */
import type { Page } from 'puppeteer-core';

/** Has files that the browser of a page saves go to a folder, without asking. */
export async function saveDownloadsTo(page: Page, folder: string): Promise<void> {
  if (!('connection' in page.browser())) {
    const session = await page.createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    return;
  }
  // Puppeteer has no call for it in Firefox.
  const { connection } = page.browser() as unknown as {
    connection: { send(method: string, params: object): Promise<unknown> };
  };
  await connection.send('browser.setDownloadBehavior', {
    downloadBehavior: { type: 'allowed', destinationFolder: folder },
  });
}
