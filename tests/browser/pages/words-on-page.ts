/** What a page says in the words of the interface, and whether its boxes hold them. */
import type { Page } from 'puppeteer-core';

/** Where papers speak, and where keys and code stand. */
const DATA = [
  'script, style, code, kbd, mark, .row-open, .row-excerpt, .related li, .details :is(h1, h2)',
  '.details-abstract, .sample-line > span, .sheet, .field',
  '.export-preview, .import-paper h3, .import-refused code, .steps li',
].join();

/** Whatever is in view, or said by a screen reader, outside of {@link DATA}. */
export function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate((data) => {
    const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];
    const words = [document.title];
    for (const element of document.body.querySelectorAll('*')) {
      if (element.closest(data) || !element.checkVisibility({ visibilityProperty: true })) continue;
      for (const name of spoken) words.push(element.getAttribute(name) ?? '');
      for (const child of element.childNodes) if (child.nodeType === Node.TEXT_NODE) words.push(child.nodeValue ?? '');
    }
    return [...new Set(words.map((text) => text.trim()))];
  }, DATA);
}

/**
 * What a window of this width cuts off or has beyond its edge: parts that are pressed, and lines of
 * text that don't end in "…". Buttons that their words are too high for too.
 */
export async function cutOff(page: Page, width: number): Promise<string[]> {
  await page.setViewport({ width, height: 700 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page.evaluate((width) => {
    // What scrolls sideways shows all of itself; the popup asks for its own width.
    const shown = [...document.querySelectorAll('main, dialog, main *, dialog *')].filter(
      (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.unseen, .facets, .hints, kbd'),
    );
    const isCut = (one: Element): boolean => {
      const { left, right } = one.getBoundingClientRect();
      if (left < -0.5 || right > width + 0.5) return true;
      if (one.matches('.button, .quiet') && one.scrollHeight > one.clientHeight + 1) return true;
      const { overflowX, textOverflow, display } = getComputedStyle(one);
      const isWhole = one.matches('button, a, label, summary, p, h1, h2, h3, h4') && !display.startsWith('inline');
      const isClip = overflowX !== 'visible' && !one.matches('input, textarea');
      if (textOverflow === 'ellipsis' || !(isWhole || isClip)) return false;
      return one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1;
    };
    return shown
      .filter(isCut)
      .map((one) =>
        `${width} px: ${one.localName}.${one.className} ${one.getAttribute('aria-label') ?? one.textContent}`.slice(
          0,
          100,
        ),
      );
  }, width);
}
