import { cpSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleDigests } from '../../lib/build/bundled-digests.ts';
import type { ReadingListEntry } from '../../lib/core/paper.ts';
import { type DataScope, withDataLayer } from '../browser/data-layer.ts';
import { builtExtension } from '../browser/driver.ts';
import { launch } from '../browser/launch.ts';
import { waitForMarks } from '../browser/page-marks.ts';
import { byRole, openPopup, titlesIn } from '../browser/popup.ts';
import { inEachBrowser } from './in-each-browser.ts';

// In functions that run in a page.
declare const data: DataScope['data'];

const { papers } = bundleDigests('seeds').catalogue;
const TITLE = 'EpiGRAF: Rethinking training of 3D GANs';
/** Rounds of each test: what is interrupted is so at another moment each time. */
const ROUNDS = 8;

interface Api {
  runtime: { sendMessage(message: object): Promise<unknown> };
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

inEachBrowser(
  'What is being written',
  () => `<!doctype html><title>Page</title><h1>${TITLE}</h1>`,
  (bench) => {
    let page: Page;
    let extension: string;
    beforeAll(async () => {
      extension = mkdtempSync(join(tmpdir(), 'paperlight-extension-'));
      cpSync(builtExtension[bench.name], extension, { recursive: true });
      await bench.driver.close();
      bench.driver = await launch(bench.name, { profile: bench.profile, extension });
      page = await withDataLayer(await openPopup(bench.driver));
      await page.waitForSelector('[aria-label=Results] .save');
    });
    afterAll(() => rmSync(extension, { recursive: true, force: true }));

    const stopSoon = async (round: number): Promise<void> => {
      await new Promise((done) => setTimeout(done, round * 3));
      await bench.driver.background.stop();
    };

    describe('when the background is stopped', () => {
      it('by a card: is there with its journal, or not at all, and for sure if it was confirmed', async () => {
        let confirmed = 0;
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
          await ask(page, { type: 'card/change', paperId, change });
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
        console.log(`${bench.name}: ${confirmed} of ${ROUNDS * 3} changes were confirmed`);
      });

      it('by a merge of the bundled digests: has all of them or none, and the list is as it was', async () => {
        await page.evaluate((id) => data.savePaper(id), papers[0]?.id as string);
        for (let round = 0; round < ROUNDS; round++) {
          await page.evaluate(async () => {
            await data.database.papers.clear();
            await data.database.meta.delete('bundle');
          });
          const before = await state(page);
          await ask(page, { type: 'popup/ensure-catalogue' });
          await stopSoon(round * 2);
          const after = await state(page);
          expect(after.list).toEqual(before.list);
          expect(after.papers).toBe(after.bundle ? papers.length : 0);
          await ask(page, { type: 'popup/ensure-catalogue' });
          await expect.poll(() => answerOf(page)).toEqual({ ok: true });
          expect(await state(page)).toEqual({ ...before, papers: papers.length, bundle: true });
        }
      });

      it('by the table of titles: pages go on being marked', async () => {
        for (let round = 0; round < ROUNDS; round++) {
          await ask(page, { type: 'popup/catalogue-grew' });
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
          await page.evaluate((id) => data.savePaper(id), id);
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
      const before = await state(page);
      await page.close();
      truncateSync(join(extension, 'digests.json'), 1000);
      await bench.driver.loadExtension();
      const popup = await withDataLayer(await openPopup(bench.driver));
      await (await byRole(popup, 'tab', 'Reading list')).click();
      const standing = before.list.filter(({ deletedAt }) => deletedAt === null);
      await expect.poll(async () => (await titlesIn(popup, 'Reading list')).length).toBe(standing.length);
      expect(await state(popup)).toEqual(before);
    });
  },
);
