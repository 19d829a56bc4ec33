import { expect, it } from 'vitest';
import { marksOn, waitForMarks } from '../../browser/pages/page-marks.ts';
import { rewritten, shownAndHidden } from '../../fixtures/changing-pages.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const LAST = 'EpiGRAF: Rethinking training of 3D GANs';
const all = [...shownAndHidden, ...rewritten];

/** A form with a field for each name of a property or method that elements have. */
const SHADOWING = `<!doctype html><title>Form</title><form id="form"><p id="p">${LAST}</p></form><script>
const names = new Set();
for (let at = HTMLFormElement.prototype; at; at = Object.getPrototypeOf(at))
  for (const name of Object.getOwnPropertyNames(at)) names.add(name);
for (const name of names) {
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name });
  Element.prototype.append.call(document.querySelector('#form'), field);
}
for (const id of ['paperlight', 'paperlightCard', 'paperlightTools', 'paperlightSubject', 'paperlightFaults', 'scheduler'])
  document.body.append(Object.assign(document.createElement('i'), { id }));
</script>`;

inEachBrowser(
  'On a page that changes',
  (path) => (path === '/form' ? SHADOWING : `<!doctype html><title>Page</title>${all[Number(path.slice(1))]?.markup}`),
  (bench) => {
    it.each(all.map((page, i) => ({ ...page, path: `/${i}` })))('marks follow $name', async (page) => {
      const tab = await bench.driver.openPage(bench.server.origin + page.path);
      await waitForMarks(tab, page.before.length);
      // What is marked at first may be nothing: then the page has to be read before it changes.
      if (page.before.length === 0) await new Promise((done) => setTimeout(done, 500));
      await tab.evaluate(`(() => { ${page.change} })()`);
      await expect.poll(() => marksOn(tab)).toEqual(page.after);
      await tab.close();
    });

    it('marks come whatever names a page gives to the fields of a form', async () => {
      const tab = await bench.driver.openPage(`${bench.server.origin}/form`);
      await waitForMarks(tab, 1);
      await tab.evaluate((title) => {
        const paragraph = Object.assign(document.createElement('p'), { textContent: title });
        Element.prototype.prepend.call(document.querySelector('#form') as Element, paragraph);
      }, LAST);
      await waitForMarks(tab, 2);
      await tab.evaluate(() => document.querySelector('#p')?.remove());
      await waitForMarks(tab, 1);
      await tab.close();
    });
  },
);
