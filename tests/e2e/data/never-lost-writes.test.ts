import { rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import type { ReadingListEntry } from '../../../lib/core/model/entry.ts';
import { type DataScope, withDataLayer } from '../../browser/data/data-layer.ts';
import { copyExtension } from '../../browser/driver/extension-copy.ts';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { openPopup, openTab, tabIdOf, titlesIn } from '../../browser/pages/popup.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

// In functions that run in a page.
declare const data: DataScope['data'];

const { papers } = bundleDigests('seeds').catalogue;
/**
 * Rounds of each test: what is interrupted is so at another moment each time. KILLS=100 for more of
 * them.
 */
const ROUNDS = process.env.KILLS ? 8 : 4;
/** The latest of these moments, in milliseconds. */
const LATEST = 24;

/** The papers of all rounds, as a page has them. */
const LIST = papers
  .slice(0, ROUNDS * 3)
  .map(({ title }) => `<h2 style="font-size:12px;margin:0">${title}</h2>`)
  .join('');

interface Api {
  runtime: { sendMessage(message: object): Promise<unknown> };
  scripting: { executeScript(call: object): Promise<{ result?: unknown }[]> };
}

/** Asks the background for something, without waiting for it. */
function ask(page: Page, message: object): Promise<void> {
  return page.evaluate((message) => {
    const scope = globalThis as unknown as { browser?: Api; chrome: Api; asked?: object; answer?: unknown };
    scope.asked = message;
    scope.answer = undefined;
    const sent = (scope.browser ?? scope.chrome).runtime.sendMessage(message);
    void sent.then(
      (answer) => {
        // What was asked before may be answered only now.
        if (scope.asked === message) scope.answer = answer;
      },
      () => {},
    );
  }, message);
}

/** Has the content script of a tab ask the background for something, without waiting for it. */
function askFromTab(page: Page, tabId: number, message: object): Promise<void> {
  return page.evaluate(
    (tabId, message) => {
      const scope = globalThis as unknown as { browser?: Api; chrome: Api; asked?: object; answer?: unknown };
      scope.asked = message;
      scope.answer = undefined;
      const inTab = async (message: object): Promise<unknown> => {
        const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
        return (browser ?? chrome).runtime.sendMessage(message).catch(() => undefined);
      };
      const sent = (scope.browser ?? scope.chrome).scripting.executeScript({
        target: { tabId },
        func: inTab,
        args: [message],
      });
      void sent.then(
        ([answer]) => {
          if (scope.asked === message) scope.answer = answer?.result ?? undefined;
        },
        () => {},
      );
    },
    tabId,
    message,
  );
}

const answerOf = (page: Page): Promise<unknown> => page.evaluate(() => (globalThis as { answer?: unknown }).answer);

/** Everything but what a change is allowed to touch. */
async function state(page: Page): Promise<{
  list: ReadingListEntry[];
  changes: number;
  papers: number;
  bundle: boolean;
  latest: Record<string, ReadingListEntry>;
}> {
  return page.evaluate(async () => {
    const { database } = data;
    // At one moment: what was under way when the background was stopped may still come through.
    return await database.transaction('r', database.tables, async () => ({
      list: (await database.readingList.toArray()) as ReadingListEntry[],
      changes: await database.journal.count(),
      latest: Object.fromEntries(
        (await database.journal.toArray()).flatMap(({ entries }) => entries.map(({ after }) => [after.paperId, after])),
      ),
      papers: await database.papers.count(),
      bundle: (await database.meta.get('bundle')) !== undefined,
    }));
  });
}

/** Folder of the extension, in which a file will be damaged. */
let extension = '';

inEachBrowser(
  'What is being written',
  {
    pages: (path) => `<!doctype html><title>Page</title>${path === '/list' ? LIST : `<h1>${TITLE}</h1>`}`,
    launch: (name) => {
      extension = copyExtension(name);
      return { extension };
    },
  },
  (bench) => {
    let page: Page;
    beforeAll(async () => {
      page = await withDataLayer(await openPopup(bench.driver));
      await page.waitForSelector('[aria-label=Results] .save');
    });
    afterAll(() => rmSync(extension, { recursive: true, force: true }));

    const stopSoon = async (round: number): Promise<void> => {
      await new Promise((done) => setTimeout(done, (LATEST * round) / ROUNDS));
      await bench.driver.background.stop();
    };

    describe('when the background is stopped', () => {
      it('by a card: is there with its journal, or not at all, and for sure if it was confirmed', async () => {
        let confirmed = 0;
        // A card may ask only for papers that are marked on its page.
        const tab = await bench.driver.openPage(`${bench.server.origin}/list`);
        await waitForMarks(tab, ROUNDS * 3);
        const tabId = await tabIdOf(page, tab.url());
        for (let round = 0; round < ROUNDS * 3; round++) {
          // Each has its own paper: what is stopped before it is heard may be heard later.
          const paperId = papers[round]?.id as string;
          const change = (['save', 'remove', 'bring-back'] as const)[round % 3] as string;
          await page.evaluate(
            async (id, change) => {
              if (change !== 'save') await data.savePaper(id);
              if (change === 'bring-back') await data.removePaper(id);
            },
            paperId,
            change,
          );
          await askFromTab(page, tabId, { type: 'card/change', data: { paperId, change } });
          await stopSoon(round % ROUNDS);
          const answer = await answerOf(page);
          const { list, latest } = await state(page);
          // List and journal tell the same of every paper, however far it came.
          expect(list).toEqual(list.map(({ paperId }) => latest[paperId]));
          if (answer === undefined) continue;
          confirmed++;
          expect(answer).toEqual({ ok: true });
          const isThere = list.some((entry) => entry.paperId === paperId && entry.deletedAt === null);
          expect(isThere).toBe(change !== 'remove');
        }
        await tab.close();
        console.log(`${bench.name}: ${confirmed} of ${ROUNDS * 3} changes were confirmed`);
      });

      it('by a merge of the bundled digests: has all of them or none, and the list is as it was', async () => {
        await page.evaluate(async (id) => await data.savePaper(id), papers[0]?.id as string);
        for (let round = 0; round < ROUNDS; round++) {
          await page.evaluate(async () => {
            await data.database.papers.clear();
            await data.database.meta.delete('bundle');
          });
          const before = await state(page);
          await ask(page, { type: 'catalogue/ensure' });
          await stopSoon(round * 2);
          const after = await state(page);
          expect(after.list).toEqual(before.list);
          expect(after.papers).toBe(after.bundle ? papers.length : 0);
          await ask(page, { type: 'catalogue/ensure' });
          await expect.poll(() => answerOf(page)).toEqual({ ok: true });
          expect(await state(page)).toEqual({ ...before, papers: papers.length, bundle: true });
        }
      });

      it('by the table of titles: pages go on being marked', async () => {
        // What a test before has changed is in the table first: it may have stopped the background.
        await ask(page, { type: 'index/ensure', data: { rebuild: false } });
        await expect.poll(() => answerOf(page)).toEqual({ ok: true });
        for (let round = 0; round < ROUNDS; round++) {
          await page.evaluate(async (id) => await data.logChanges(data.database, [id]), papers[0]?.id as string);
          await stopSoon(round);
          const tab = await bench.driver.openPage(`${bench.server.origin}/`);
          expect(await waitForMarks(tab, 1)).toEqual([TITLE]);
          await tab.close();
        }
      });
    });

    describe('in two windows at once', () => {
      it('is merged field by field: nothing is lost, nothing fails', async () => {
        const other = await withDataLayer(await openPopup(bench.driver));
        for (let round = 0; round < ROUNDS; round++) {
          const id = papers[50 + round]?.id as string;
          await page.evaluate(async (id) => await data.savePaper(id), id);
          await Promise.all([
            page.evaluate(async (id) => {
              await Promise.all([data.setStatus([id], 'reading'), data.changeTags([id], { add: ['here'] })]);
            }, id),
            other.evaluate(async (id) => {
              await Promise.all([data.setNote(id, 'from there'), data.changeTags([id], { add: ['there'] })]);
              await data.movePapers([id], null);
            }, id),
          ]);
          const entry = (await state(page)).list.find(({ paperId }) => paperId === id);
          expect(entry).toMatchObject({ status: 'reading', note: 'from there', deletedAt: null });
          expect([...(entry?.tags ?? [])].sort()).toEqual(['here', 'there']);
        }
        await other.close();
      });

      it('is saved and removed to and fro, ends alike in both, and each step can be taken back', async () => {
        const other = await withDataLayer(await openPopup(bench.driver));
        const id = papers[70]?.id as string;
        const { changes } = await state(page);
        const toggle = (window: Page): Promise<void> =>
          window.evaluate(async (id) => {
            for (let i = 0; i < 10; i++) await (i % 2 ? data.removePaper(id) : data.savePaper(id));
          }, id);
        await Promise.all([toggle(page), toggle(other)]);
        const [one, two] = await Promise.all([state(page), state(other)]);
        expect(one.list).toEqual(two.list);
        expect(one.list.find(({ paperId }) => paperId === id)?.deletedAt).not.toBeNull();
        const isStanding = (window: Page): Promise<boolean> =>
          window.evaluate(async (id) => (await data.entryOf(id)) !== undefined, id);
        for (let steps = one.changes - changes; steps > 0; steps--) {
          const before = await isStanding(page);
          await (steps % 2 ? page : other).evaluate(async () => void (await data.undo()));
          expect(await isStanding(page)).toBe(!before);
        }
        await other.close();
      });
    });

    it('by an update whose digests can’t be read: list and catalogue are as they were', async () => {
      await page.evaluate(
        async () => await data.database.meta.put({ key: 'bundle', value: 'that of an older version' }),
      );
      const before = await state(page);
      await page.close();
      truncateSync(join(extension, 'digests.json'), 1000);
      await bench.driver.loadExtension();
      const popup = await withDataLayer(await openPopup(bench.driver));
      await openTab(popup, 'Reading list');
      const standing = before.list.filter(({ deletedAt }) => deletedAt === null);
      await expect.poll(async () => (await titlesIn(popup, 'Reading list')).length).toBe(standing.length);
      expect(await state(popup)).toEqual(before);
    });
  },
);
