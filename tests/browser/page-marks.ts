/** What a page shows of the marks on it. */
import type { Page } from 'puppeteer-core';

/** The text of every mark, in the order of the registry. */
export async function marksOn(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(CSS.highlights.get('paperlight') ?? [])].map((range) => range.toString()));
}

/** Waits until the page has `count` marks, and returns their texts. Throws with what is there after `patience` milliseconds. */
export async function waitForMarks(page: Page, count: number, patience = 10_000): Promise<string[]> {
  const end = Date.now() + patience;
  for (;;) {
    const marks = await marksOn(page);
    if (marks.length === count) return marks;
    if (Date.now() > end)
      throw new Error(`expected ${count} marks, found ${marks.length}: ${marks.slice(0, 20).join(' | ')}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** The marks once they have not changed for a while: for pages of which it is not known how many there should be. */
export async function settledMarks(page: Page, calm = 600): Promise<string[]> {
  let marks = await marksOn(page);
  for (let since = Date.now(); Date.now() - since < calm; ) {
    await new Promise((done) => setTimeout(done, 50));
    const now = await marksOn(page);
    if (now.length !== marks.length) since = Date.now();
    marks = now;
  }
  return marks;
}
