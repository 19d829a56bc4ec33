import { expect, it } from 'vitest';
import { inEachBrowser } from '../in-each-browser.ts';

inEachBrowser(
  'A page of the extension',
  () => undefined,
  (bench) => {
    it.each(['popup.html', 'library.html', 'options.html', 'welcome.html'])(
      '%s takes no text for markup',
      async (path) => {
        const page = await bench.driver.openExtensionPage(path);
        const refusals = await page.evaluate(() => {
          const tries = [
            () => {
              document.createElement('p').innerHTML = '<b>bold</b>';
            },
            () => new DOMParser().parseFromString('<b>bold</b>', 'text/html'),
            () => new Worker('/background.js'),
          ];
          return tries.map((attempt) => {
            try {
              attempt();
              return 'nothing';
            } catch (error) {
              return (error as Error).name;
            }
          });
        });
        expect(refusals).toEqual(['TypeError', 'TypeError', 'TypeError']);
        await page.close();
      },
    );
  },
);
