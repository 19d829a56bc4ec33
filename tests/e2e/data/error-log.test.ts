/**
 * Errors that nobody expected are seen: in a log that the settings show, and in place of a page
 * that can't be drawn.
 */
import { expect, it } from 'vitest';
import { inEachBrowser } from '../in-each-browser.ts';

inEachBrowser(
  'An unexpected error',
  () => '<!doctype html><title>Page</title><p>Nothing',
  (bench) => {
    const log = async (): Promise<string> => {
      const page = await bench.driver.openExtensionPage('options.html');
      await page.waitForSelector('#errors');
      // The log is read after the settings are shown.
      const text = await page
        .waitForFunction(() => document.querySelector('.error-log')?.textContent, { timeout: 2000 })
        .then((handle) => handle.jsonValue())
        .catch(() => '');
      await page.close();
      return text ?? '';
    };

    it('of the background and of pages comes into the log, without anything of the reader', async () => {
      // As browsers tell of them: they tell nothing of what a debugger's own script throws.
      await bench.driver.background.evaluate(() => {
        const error = new TypeError(
          'Cannot read properties of undefined (reading "Okapi Zebra") at https://secret.example/x',
        );
        dispatchEvent(new ErrorEvent('error', { error, message: error.message }));
        const reason = new RangeError('Invalid array length: okapi zebra');
        dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason }));
      });
      const page = await bench.driver.openExtensionPage('library.html?q=okapi');
      await page.evaluate(() => {
        const reason = new SyntaxError('Unexpected token okapi');
        dispatchEvent(new PromiseRejectionEvent('unhandledrejection', { promise: Promise.resolve(), reason }));
      });
      await expect.poll(log).toMatch(/(?=.*background)(?=.*library)(?=.*TypeError)(?=.*RangeError)(?=.*SyntaxError)/s);
      expect(await log()).not.toMatch(/okapi|zebra|secret|example/i);
      expect(await log()).toContain('Cannot read properties of undefined (reading');
      await page.close();
    });

    it('can be cleared from the log', async () => {
      const page = await bench.driver.openExtensionPage('options.html');
      await page.waitForSelector('.error-log');
      const clear = (await page.$$('section button')).at(-1);
      await clear?.click();
      await page.waitForFunction(() => document.querySelector('.error-log') === null);
      await page.close();
      expect(await log()).toBe('');
    });

    // Firefox runs no script of the driver before those of extension pages.
    it
      .runIf(bench.name === 'chromium')
      .each(['popup.html', 'sidepanel.html', 'library.html', 'library.html?view=list', 'options.html'])(
      'while %s is drawn is told there, with what to do',
      async (path) => {
        const page = await bench.driver.openExtensionPage(path);
        await page.evaluateOnNewDocument(() => {
          // A view of last time would need no drawing.
          localStorage.clear();
          const { createElementNS } = Document.prototype;
          Document.prototype.createElementNS = function (this: Document, ...args: unknown[]) {
            if (args[1] === 'header') throw new Error('nothing can be drawn');
            return createElementNS.apply(this, args as never);
          } as never;
          const { createElement } = Document.prototype;
          Document.prototype.createElement = function (this: Document, ...args: unknown[]) {
            if (args[0] === 'header') throw new Error('nothing can be drawn');
            return createElement.apply(this, args as never);
          } as never;
        });
        await page.reload();
        await page.waitForFunction(
          () => document.querySelector('[role=alert] h2')?.textContent === 'Something went wrong',
        );
        const buttons = await page.$$eval('main button', (all) => all.map(({ textContent }) => textContent));
        expect(buttons).toEqual(['Reload', 'Copy report']);
        await page.close();
        await expect.poll(log).toContain('Error: ');
      },
    );
  },
);
