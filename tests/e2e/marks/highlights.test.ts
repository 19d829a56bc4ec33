import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { fold } from '../../../lib/core/text/fold.ts';
import { until } from '../../browser/driver/patience.ts';
import { type KnownMention, mentionsOn } from '../../browser/pages/page-marks.ts';
import { longTitleForms, nearMisses, type TitleForm, titleForms } from '../../fixtures/title-forms.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const titles = bundleDigests('seeds').catalogue.papers.map((paper) => paper.title);
const LAST = titles[0] as string;
/**
 * Titles of fewer words or letters are ordinary phrases too, and prove themselves only where they
 * stand out.
 */
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
  ['/found', page(found)],
  ['/missed', page(nearMisses.map((form) => [form, titles]))],
]);

/**
 * A page with a section for each form, and a title at its end: when that is marked, all before it
 * has been read. The page remembers its own markup before any content script has run.
 */
function page(forms: [TitleForm, string[]][]): string {
  const sections = forms.map(
    ([form, of]) => `<section data-form="${form.name.replaceAll('<', '&lt;')}">
${of.map((title) => form.write(title)).join('\n')}</section>`,
  );
  return `<!doctype html><html lang="en"><title>Forms</title><body>
${sections.join('\n')}<h2 data-form="last">${LAST}</h2>
<script>globalThis.markup = document.documentElement.outerHTML</script></body></html>`;
}

/** The texts of all mentions by the form in which they are. */
function byForm(mentions: KnownMention[]): Record<string, string[]> {
  const texts: Record<string, string[]> = {};
  for (const { form, text } of mentions) texts[form] = [...(texts[form] ?? []), text];
  return texts;
}

inEachBrowser(
  'Every catalogued title',
  (path) => pages.get(path),
  (bench) => {
    let tab: Page;
    let marks: Record<string, string[]>;
    const look = async (path: string): Promise<void> => {
      marks = byForm(await mentionsOn(bench.driver.background, bench.server.origin + path));
    };
    const open = async (path: string): Promise<void> => {
      tab = await bench.driver.openPage(bench.server.origin + path);
      await tab.evaluate(() => scrollTo(0, document.body.scrollHeight));
      // The same title is at the top too, and marked before the page is scrolled.
      const hasLast = (): boolean =>
        [...(CSS.highlights.get('paperlight') ?? [])].some(
          ({ startContainer }) => startContainer.parentElement?.dataset.form === 'last',
        );
      await until('the last mark', async () => (await tab.evaluate(hasLast)) || undefined, 60_000);
      await look(path);
    };

    describe('in a form that titles have', () => {
      beforeAll(() => open('/found'));

      it.each(found.map(([{ name }, of]) => ({ name, of })))('is marked $name', async ({ name, of }) => {
        const missing = async (): Promise<string[]> => {
          const marked = new Set(marks[name]?.map(fold));
          const left = of.filter((title) => !marked.has(fold(title)));
          // Hidden words are looked for when all has been read.
          if (left.length > 0) await look('/found');
          return left;
        };
        await expect.poll(missing).toEqual([]);
      });

      it('leaves the markup of the page as it was', async () => {
        const isSame = tab.evaluate(() => document.documentElement.outerHTML === Reflect.get(globalThis, 'markup'));
        expect(await isSame).toBe(true);
      });
    });

    describe('in a form that is no mention', () => {
      beforeAll(() => open('/missed'));

      it.each(nearMisses)('is not marked $name', ({ name }) => expect(marks[name]).toBeUndefined());
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
