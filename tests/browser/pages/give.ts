/** Gives a page files and text as a hand does that drops or pastes. */
import type { Page } from 'puppeteer-core';

/** Drops a file of this name and text on the page. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    (fileName, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    name,
    text,
  );
}

/** Pastes text where the focus is. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    const target = document.activeElement ?? document.body;
    // Firefox has members of its own for what is pasted.
    const own = { dataType: 'text/plain', data: content };
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, ...own, bubbles: true, cancelable: true }));
  }, text);
}
