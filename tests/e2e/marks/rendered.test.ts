import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { marksOnceRead, seeWhole, waitForMarks } from '../../browser/pages/page-marks.ts';
import { type Formula, pictured, type Renderer, renderers } from '../../fixtures/rendered-formulas.ts';
import { layers, textLayer } from '../../fixtures/text-layers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const LP: Formula = { tex: '\\ell_p', base: 'ℓ', below: 'p' };
const INFINITY: Formula = { tex: '\\infty', base: '∞' };
const ALPHA: Formula = { tex: '\\alpha', base: 'α' };
const S2FT: Formula = { tex: 'S^{2}FT', base: 'S', above: '2', rest: 'FT' };

/** Titles of the digests around formulas: in the middle, and at the beginning. */
const titles = (of: Renderer): string[] => [
  `Sharper Bounds for ${of.render(LP)} Sensitivity Sampling`,
  `${of.render(INFINITY)}-Diff: Infinite Resolution Diffusion with Subsampled Mollified States`,
  `Iterative ${of.render(ALPHA)}-(de)Blending: a Minimalist Deterministic Diffusion Model`,
  `${of.render(S2FT)}: Efficient, Scalable and Generalizable LLM Fine-tuning by Structured Sparsity`,
];

const pages = new Map([
  ...renderers.map((of, i): [string, string] => {
    const headings = titles(of).map((title) => `<h2><span class="title">${title}</span></h2>`);
    // In prose too, where a title must prove itself.
    const prose = titles(of).map((title) => `<p>As in [3], <span class="title">${title}</span>, we see.</p>`);
    return [`/formula/${i}`, `<style>${of.css}</style>${[...headings, ...prose].join('\n')}`];
  }),
  [
    '/picture',
    `<h2>Sharper Bounds for ${pictured(LP)} Sensitivity Sampling</h2>
     <h2>Sharper Bounds for <span hidden>ℓ</span><sub>p</sub> Sensitivity Sampling</h2>`,
  ],
  ...layers.map((layer, i): [string, string] => [`/layer/${i}`, textLayer(layer)]),
]);

/**
 * For each `.title`, whether a mark goes from its left edge to its right, and from its first line
 * to its last.
 */
const covered = (tab: Page): Promise<boolean[]> =>
  tab.evaluate(() => {
    const marks = [...(CSS.highlights.get('paperlight') ?? [])].map((painted) => {
      const range = document.createRange();
      range.setStart(painted.startContainer, painted.startOffset);
      range.setEnd(painted.endContainer, painted.endOffset);
      return range;
    });
    return [...document.querySelectorAll('.title')].map((title) => {
      const inside = marks.filter((mark) => mark.intersectsNode(title));
      const [a, b] = [inside[0]?.getBoundingClientRect(), title.getBoundingClientRect()];
      const slack = 3;
      return (
        inside.length === 1 &&
        a !== undefined &&
        Math.abs(a.left - b.left) <= slack &&
        Math.abs(a.right - b.right) <= slack
      );
    });
  });

inEachBrowser(
  'Titles as libraries render them',
  (path) =>
    pages.has(path) ? `<!doctype html><meta charset="utf-8"><title>Page</title><body>${pages.get(path)}` : undefined,
  (bench) => {
    it.each(renderers.map(({ name }, i) => ({ name, path: `/formula/${i}` })))(
      'are marked once each, from end to end, with formulas by $name',
      async ({ path }) => {
        const tab = await bench.driver.openPage(bench.server.origin + path);
        await seeWhole(tab);
        await waitForMarks(tab, 8);
        expect(await covered(tab)).toEqual(Array(8).fill(true));
        await tab.close();
      },
    );

    it('are marked around a picture that hides its formula, and not where something else is hidden', async () => {
      const tab = await bench.driver.openPage(`${bench.server.origin}/picture`);
      expect(await marksOnceRead(tab)).toHaveLength(1);
      await tab.close();
    });

    it.each(layers.map(({ name, marks }, i) => ({ name, marks, path: `/layer/${i}` })))(
      'are marked $marks times in the text layer of a PDF $name',
      async ({ path, marks }) => {
        const tab = await bench.driver.openPage(bench.server.origin + path);
        expect(await marksOnceRead(tab)).toHaveLength(marks);
        await tab.close();
      },
    );

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
