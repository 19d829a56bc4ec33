import { expect, it } from 'vitest';
import { bundleDigests } from '../../lib/build/bundled-digests.ts';
import { fold } from '../../lib/core/fold.ts';
import { settledMarks, waitForMarks } from '../browser/page-marks.ts';
import { longTitleForms, nearMisses, type TitleForm, titleForms } from '../fixtures/title-forms.ts';
import { inEachBrowser } from './in-each-browser.ts';

const titles = bundleDigests('seeds').catalogue.papers.map((paper) => paper.title);
/** Titles of fewer words or letters are ordinary phrases too, and prove themselves only where they stand out. */
const longTitles = titles.filter((title) => title.split(' ').length >= 4 && fold(title).length >= 24);

const fitting = (form: TitleForm, of: string[]): [TitleForm, string[]] => [
  form,
  of.filter((title) => form.fits?.(title) ?? true),
];
const found: [TitleForm, string[]][] = [
  ...titleForms.map((form) => fitting(form, titles)),
  ...longTitleForms.map((form) => fitting(form, longTitles)),
];
const pages = new Map<string, string>([
  ...found.map(([form, of], i): [string, string] => [`/found/${i}`, page(form, of)]),
  ...nearMisses.map((form, i): [string, string] => [`/missed/${i}`, page(form, titles)]),
]);

/** A page that remembers its own markup before any content script has run. */
function page(form: TitleForm, of: string[]): string {
  return `<!doctype html><html lang="en"><title>${form.name}</title><body>
${of.map((title) => form.write(title)).join('\n')}
<script>globalThis.markup = document.documentElement.outerHTML</script></body></html>`;
}

inEachBrowser(
  'Every catalogued title',
  (path) => pages.get(path),
  (bench) => {
    it.each(found.map(([form, of], i) => ({ name: form.name, of, path: `/found/${i}` })))(
      'is marked $name',
      async ({ of, path }) => {
        const tab = await bench.driver.openPage(bench.server.origin + path);
        const marked = new Set((await settledMarks(tab)).map(fold));
        expect(of.filter((title) => !marked.has(fold(title)))).toEqual([]);
        expect(
          await tab.evaluate(() => document.documentElement.outerHTML === (globalThis as { markup?: string }).markup),
        ).toBe(true);
        await tab.close();
      },
    );

    it.each(nearMisses.map(({ name }, i) => ({ name, path: `/missed/${i}` })))(
      'is not marked $name',
      async ({ path }) => {
        const tab = await bench.driver.openPage(bench.server.origin + path);
        expect(await settledMarks(tab)).toEqual([]);
        // The script is at work on this page all the same.
        await tab.evaluate((title) => {
          document.body.insertAdjacentHTML('beforeend', '<h2></h2>');
          (document.querySelector('h2:last-of-type') as HTMLElement).textContent = title;
        }, titles[0] as string);
        await waitForMarks(tab, 1);
        await tab.close();
      },
    );

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
