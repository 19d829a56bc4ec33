import { expect, it } from 'vitest';
import { marksOn, waitForMarks } from '../../browser/pages/page-marks.ts';
import { drawnOtherwise } from '../../fixtures/marked-markup.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const LAST = 'DDSP: Differentiable Digital Signal Processing';

inEachBrowser(
  'A title',
  (path) => `<!doctype html><title>Page</title><body>${drawnOtherwise[Number(path.slice(1))]?.markup}<h3>${LAST}</h3>`,
  (bench) => {
    it.each(drawnOtherwise.map((page, i) => ({ ...page, path: `/${i}` })))(
      'is marked $marks times in $name',
      async ({ path, marks }) => {
        const tab = await bench.driver.openPage(bench.server.origin + path);
        // The last title is found last.
        await waitForMarks(tab, marks + 1);
        expect((await marksOn(tab)).at(-1)).toBe(LAST);
        await tab.close();
      },
    );
  },
);
