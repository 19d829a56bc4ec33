import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import type { ReadingListEntry } from '../../../lib/core/model/entry.ts';
import { type DataScope, withDataLayer } from '../../browser/data/data-layer.ts';
import { launch } from '../../browser/driver/launch.ts';
import { openPopup, search, waitForFirst } from '../../browser/pages/popup.ts';
import { EPIGRAF } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run in a page.
declare const data: DataScope['data'];

/**
 * How often the browser is killed, each time after another kind of change: KILLS=100 takes some
 * minutes.
 */
const KILLS = Number(process.env.KILLS ?? 3);
/** The latest moment after a confirmation at which it is, in milliseconds. */
const LATEST = 200;

const { papers } = bundleDigests('seeds').catalogue;

/** What was confirmed so far. */
interface Confirmed {
  /** Papers in the list, topmost first. */
  order: string[];
  notes: Map<string, string>;
  /** Changes in the journal. */
  changes: number;
}

/** The same as it stands on disk. */
async function found(page: Page): Promise<{ order: string[]; notes: [string, string][]; changes: number }> {
  const { entries, changes } = await page.evaluate(async () => ({
    entries: (await data.readingList()) as ReadingListEntry[],
    changes: (await data.database.journal.toCollection().primaryKeys()).length,
  }));
  return {
    order: entries.map(({ paperId }) => paperId),
    notes: entries.filter(({ note }) => note !== '').map(({ paperId, note }) => [paperId, note]),
    changes,
  };
}

/**
 * Saves the paper that is found first, or removes it, as a click does; resolves when the notice
 * says that it is done.
 */
function clickSave(page: Page, notice: string): Promise<void> {
  return page.evaluate((wanted) => {
    const confirmed = new Promise<void>((resolve) => {
      const look = (): void => {
        if (document.querySelector('.toast-text')?.textContent?.startsWith(wanted)) resolve();
      };
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    (document.querySelector('[aria-label=Results] .save') as HTMLElement).click();
    return confirmed;
  }, notice);
}

inEachBrowser('What was confirmed right before the browser was killed', { launch: {} }, (bench) => {
  const confirmed: Confirmed = { order: [], notes: new Map(), changes: 0 };

  const save = async (page: Page, round: number): Promise<void> => {
    const { id, title } = papers[(round * 7) % papers.length] as (typeof papers)[number];
    const isSaved = confirmed.order.includes(id);
    await search(page, title);
    await waitForFirst(page, 'Results', title);
    await clickSave(page, isSaved ? 'Removed' : 'Saved');
    confirmed.order = confirmed.order.filter((other) => other !== id);
    if (isSaved) confirmed.notes.delete(id);
    else confirmed.order.unshift(id);
  };
  const note = async (page: Page, round: number): Promise<void> => {
    const id = confirmed.order[round % confirmed.order.length] as string;
    const text = `Round ${round}: ${'a long thought. '.repeat(round % 40)}`;
    await page.evaluate(
      async (id, text, now) => await data.setNote(id, text, undefined, now),
      id,
      text,
      Date.now() + round * 1e6,
    );
    confirmed.notes.set(id, text);
  };
  const reorder = async (page: Page): Promise<void> => {
    const last = confirmed.order.at(-1) as string;
    await page.evaluate(async (id, above) => await data.movePapers([id], above), last, confirmed.order[0] as string);
    confirmed.order = [last, ...confirmed.order.slice(0, -1)];
  };

  it(`is all there, ${KILLS} times`, { timeout: 60_000 + KILLS * 20_000 }, async () => {
    const began = Date.now();
    for (let round = 0; round < KILLS; round++) {
      const page = await withDataLayer(await openPopup(bench.driver));
      const kind = round % 3;
      if (kind === 1) await note(page, round);
      else if (kind === 2 && confirmed.order.length > 1) await reorder(page);
      else await save(page, round);
      confirmed.changes++;
      // At another moment each time.
      await new Promise((done) => setTimeout(done, (LATEST * round) / KILLS));
      await bench.driver.kill();
      bench.driver = await launch(bench.name, { profile: bench.profile });
      const after = await withDataLayer(await openPopup(bench.driver));
      expect(await found(after), `round ${round}`).toEqual({
        order: confirmed.order,
        notes: confirmed.order.flatMap((id) => (confirmed.notes.has(id) ? [[id, confirmed.notes.get(id)]] : [])),
        changes: Math.min(confirmed.changes, 200),
      });
      await search(after, EPIGRAF);
      await waitForFirst(after, 'Results', EPIGRAF);
      await after.close();
    }
    console.log(`${bench.name}: killed ${KILLS} times in ${Math.round((Date.now() - began) / 1000)} s`);
  });
});
