/**
 * What a page that wants to know, or to have the reader press something, gets from the card:
 * nothing.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { until } from '../../browser/driver/patience.ts';
import { type PageServer, servePages } from '../../browser/driver/server.ts';
import { addressesOfTabs } from '../../browser/driver/tabs.ts';
import {
  cardButton,
  cardParts,
  clickInCard,
  textOf,
  waitForCard,
  waitForNoCard,
  waitForTakingClicks,
} from '../../browser/pages/card.ts';
import { waitForCardBox } from '../../browser/pages/card-box.ts';
import { middleOfMark, waitForMarks } from '../../browser/pages/page-marks.ts';
import { readDump } from '../../fixtures/databases/dump.ts';
import { inEachBrowser } from '../in-each-browser.ts';
import { fontTrap } from './font-trap.ts';

const TITLE = 'EpiGRAF: Rethinking training of 3D GANs';
const NOTE = 'Qzx Kw 機密の評価 WJ 🔥 секрет Ω';

const one = `<p>First</p><p>We build on <a href="#">${TITLE}</a>.</p>`;
const pages = new Map([
  ['/plain', one],
  ['/untrapped', `<b>Q</b>${one}`],
  ['/trap', `${fontTrap.markup}${one}`],
  // Everything over the card, and clicks go through it. Written so, it is not found in the card's
  // place.
  [
    '/covered',
    `<style>#bait{position:fixed;inset:0;width:100vw;height:100vh;border:0;margin:0;padding:0;background:white;pointer-events:none}</style>
${one}<div id="bait" popover="MANUAL"><h1>Win a prize</h1></div>`,
  ],
  [
    '/covered-in-closed-tree',
    `${one}<div id="host"></div><script>
const root = host.attachShadow({ mode: 'closed' });
root.innerHTML = '<div popover="manual" style="position:fixed;inset:0;width:100vw;height:100vh;background:white;pointer-events:none">Win</div>';
globalThis.cover = () => root.firstChild.showPopover();
</script>`,
  ],
  // Pictures of a view transition lie over all, cards as well, for as long as the page likes.
  [
    '/covered-by-transition',
    `<style>:root{view-transition-name:none}
#bait{view-transition-name:bait;position:fixed;right:0;bottom:0;background:white}
::view-transition,::view-transition-group(*){pointer-events:none}
::view-transition-group(bait){inset:0;width:100vw;height:100vh;transform:none;animation:hold 1000s}
::view-transition-old(bait),::view-transition-new(bait){width:100%;height:100%;opacity:1;animation:hold 1000s}
@keyframes hold{}</style>${one}<div id="bait">Win</div>`,
  ],
  ['/unseen-frame', '<iframe src="/plain" width="600" height="400" style="opacity:0"></iframe>'],
  [
    '/covered-frame',
    `<iframe src="/plain" width="600" height="400"></iframe>
<div style="position:fixed;inset:0;background:white;pointer-events:none">Win</div>`,
  ],
  ['/other-site', '<iframe src="ELSEWHERE/plain" width="600" height="400"></iframe>'],
]);

let elsewhere: PageServer;
const asked: string[] = [];
const pageAt = (path: string): string | undefined => {
  asked.push(path);
  if (!pages.has(path)) return undefined;
  const body = pages.get(path)?.replaceAll('ELSEWHERE', elsewhere.origin.replace('127.0.0.1', 'localhost'));
  return `<!doctype html><meta charset="utf-8"><title>Page</title><body>${body}`;
};

/** The properties whose values differ between two styles, as `name:one → name:other`. */
function differences(one: string, other: string): string[] {
  const [before, after] = [one, other].map((style) => style.split(/[;\n]/)) as [string[], string[]];
  return before.flatMap((value, i) => (value === after[i] ? [] : [`${value} → ${after[i]}`]));
}

inEachBrowser('The card on a hostile page', pageAt, (bench) => {
  beforeAll(async () => {
    elsewhere = await servePages(pageAt);
    await bench.driver.shareProcesses();
  });
  afterAll(() => elsewhere.close());

  const open = async (path: string): Promise<Page> => {
    const tab = await bench.driver.openPage(bench.server.origin + path);
    await waitForMarks(tab, 1);
    return tab;
  };
  const hover = async (tab: Page): Promise<void> => {
    const { x, y } = await middleOfMark(tab);
    await tab.mouse.move(x - 20, y);
    await tab.mouse.move(x, y);
  };
  /** The entry of the paper in the list, as the database has it; null while it is not on it. */
  const entry = (): Promise<{ status: string; note: string } | null> =>
    bench.driver.background.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('paperlight');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction('readingList').objectStore('readingList').getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(all.result.find((one) => one.deletedAt === null) ?? null);
            };
          };
        }),
    );
  const writeNote = (note: string): Promise<void> =>
    bench.driver.background.evaluate(
      (text) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('paperlight');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const writing = opening.result.transaction('readingList', 'readwrite');
            const list = writing.objectStore('readingList');
            const all = list.getAll();
            all.onsuccess = () => {
              for (const one of all.result) list.put({ ...one, note: text });
            };
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
      note,
    );
  const forget = (): Promise<void> =>
    bench.driver.background.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('paperlight');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const writing = opening.result.transaction('readingList', 'readwrite');
            writing.objectStore('readingList').clear();
            writing.oncomplete = () => {
              opening.result.close();
              resolve();
            };
          };
        }),
    );
  afterEach(forget);

  it('asks for none of the fonts of a page that names all, and looks the same, whatever is saved', async () => {
    const seen = async (path: string): Promise<{ fonts: string[]; style: string; picture: string; text: string }> => {
      const tab = await open(path);
      await tab.setViewport({ width: 800, height: 600 });
      await tab.evaluate(() => document.fonts.ready.then(() => {}));
      const before = asked.length;
      await hover(tab);
      await waitForTakingClicks(tab);
      const { card } = await waitForCardBox(tab);
      const styleNow = (): Promise<string> =>
        tab.evaluate(async () => {
          // A busy browser may not draw between two looks.
          for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
          const host = document.querySelector('[popover=manual]') as HTMLElement;
          // Registered properties come in any order.
          const all = (pseudo?: string): string =>
            [...getComputedStyle(host, pseudo)]
              .sort()
              .map((name) => `${name}:${getComputedStyle(host, pseudo).getPropertyValue(name)}`)
              .join(';');
          return [all(), all('::before'), all('::backdrop'), document.getAnimations().length].join('\n');
        });
      // Once it no longer moves.
      let style = '';
      await until('a card that stays as it is', async () => {
        const before = style;
        style = await styleNow();
        return style === before || undefined;
      });
      const [x, y, right, bottom] = card.map(Math.round) as [number, number, number, number];
      // Without its edge, where what lies beneath shows through.
      const clip = { x: x + 8, y: y + 8, width: right - x - 16, height: bottom - y - 16 };
      const picture = await tab.screenshot({ encoding: 'base64', clip });
      const text = textOf((await cardParts(tab)) ?? []);
      // Fonts are asked for when something is drawn with them: it has been.
      const fonts = asked.slice(before).filter((path) => path.startsWith(fontTrap.path));
      await tab.close();
      return { fonts, style, picture, text };
    };

    const control = await open('/trap');
    await expect.poll(() => asked.some((path) => path.startsWith(fontTrap.path))).toBe(true);
    await control.close();
    const unsaved = await seen('/trap');
    expect(unsaved.fonts).toEqual([]);
    const plain = await seen('/untrapped');
    expect(unsaved.picture === plain.picture).toBe(true);

    const saver = await open('/plain');
    await hover(saver);
    await clickInCard(saver, 'Save');
    await cardButton(saver, 'Saved');
    for (const [next, notes] of [
      ['To read', ['', NOTE]],
      ['Reading', [NOTE]],
      ['Read', ['']],
    ] as const) {
      await cardButton(saver, `Status: ${next}`);
      for (const note of notes) {
        await writeNote(note);
        const { fonts, style, text, picture } = await seen('/trap');
        expect(fonts).toEqual([]);
        expect(differences(unsaved.style, style).join('\n')).toBe('');
        expect(text).toContain(note ? 'Has a note' : 'On your list');
        expect(text).not.toContain('Qzx');
        expect(picture).not.toBe(unsaved.picture);
      }
      await clickInCard(saver, `Status: ${next}`);
    }
    await cardButton(saver, 'Status: To read');
    await saver.close();
  }, 120_000);

  it('has its controls in the same places for a paper that is saved', async () => {
    const places = async (names: string[]): Promise<unknown> => {
      const tab = await open('/plain');
      await hover(tab);
      const found = await Promise.all(names.map(async (name) => (await cardButton(tab, name)).middle()));
      await tab.close();
      return found;
    };
    const unsaved = await places(['Save', 'Save as “To read”']);
    const tab = await open('/plain');
    await hover(tab);
    await clickInCard(tab, 'Save as “To read”');
    await cardButton(tab, 'Saved');
    await tab.close();
    expect((await entry())?.status).toBe('to-read');
    expect(await places(['Saved', 'Status: To read'])).toEqual(unsaved);
  });

  it.each([
    ['/covered', "document.getElementById('bait').showPopover()"],
    ['/covered-in-closed-tree', 'cover()'],
    ['/covered-by-transition', 'void document.startViewTransition(() => {})'],
  ])(
    'changes nothing, and says so, while something of the page lies over it and lets clicks through: %s',
    async (path, cover) => {
      const tab = await open(path);
      await hover(tab);
      await waitForTakingClicks(tab);
      const { x, y } = await (await cardButton(tab, 'Save')).middle();
      await tab.evaluate(cover);
      await expect
        .poll(async () => (await cardParts(tab))?.some(({ attributes }) => 'data-seen' in attributes))
        .toBe(false);
      await tab.mouse.click(x, y);
      await expect.poll(async () => textOf((await cardParts(tab)) ?? [])).toContain('lies over this card');
      expect(await entry()).toBeNull();
      await tab.close();
    },
  );

  it.each(['/unseen-frame', '/covered-frame'])('changes nothing in a frame that nobody sees: %s', async (path) => {
    const tab = await bench.driver.openPage(bench.server.origin + path);
    const frame = tab.frames()[1];
    if (!frame) throw new Error('no frame');
    // Marks in frames that are not seen may not be there at all.
    const mark = await frame
      .waitForFunction(() => (CSS.highlights.get('paperlight')?.size ?? 0) > 0, { timeout: 2000 })
      .catch(() => undefined);
    if (mark) {
      const box = await middleOfMark(frame);
      const edge = await tab.$eval('iframe', (element) => {
        const { left, top } = element.getBoundingClientRect();
        return { x: left + element.clientLeft, y: top + element.clientTop };
      });
      await tab.mouse.move(box.x + edge.x - 20, box.y + edge.y);
      await tab.mouse.move(box.x + edge.x, box.y + edge.y);
      const { card } = await waitForCardBox(frame);
      // For longer than a card has to be seen. What is removed again leaves its row.
      for (const end = Date.now() + 1500; Date.now() < end; )
        for (let x = card[0] + 5; x < card[2]; x += 12) await tab.mouse.click(x + edge.x, card[3] - 20 + edge.y);
      const { stores } = await bench.driver.background.evaluate(readDump, 'paperlight');
      expect(stores.find(({ name }) => name === 'readingList')?.rows).toEqual([]);
    }
    await tab.close();
  });

  it('takes no click that comes with it, and the next one', async () => {
    const tab = await open('/plain');
    let took = Number.POSITIVE_INFINITY;
    // On a busy machine a click may come too late to be too early.
    for (let i = 0; took > 350 && i < 20; i++) {
      await tab.mouse.move(700, 500);
      await waitForNoCard(tab);
      await hover(tab);
      const { x, y } = await (await cardButton(tab, 'Save')).middle();
      const parts = await cardParts(tab);
      const isEarly = !parts?.some(({ attributes }) => 'data-seen' in attributes);
      const began = performance.now();
      await tab.mouse.click(x, y);
      took = isEarly ? performance.now() - began : Number.POSITIVE_INFINITY;
      if (took > 350) await forget();
    }
    await expect.poll(async () => textOf((await cardParts(tab)) ?? [])).toContain('Press once more');
    expect(await entry()).toBeNull();
    await clickInCard(tab, 'Save');
    await cardButton(tab, 'Saved');
    await tab.close();
  });

  it('loses no key that comes too early', async () => {
    const tab = await open('/plain');
    await bench.driver.pressCommand('next-mark');
    await waitForCard(tab, TITLE);
    await tab.waitForFunction(() => document.activeElement?.getAttribute('popover') === 'manual');
    await tab.keyboard.down('Shift');
    for (const _ of ['status', 'save']) await tab.keyboard.press('Tab');
    await tab.keyboard.up('Shift');
    await tab.keyboard.press('Enter');
    await cardButton(tab, 'Saved');
    await tab.close();
  });

  it('only shows in a frame of another site, and opens the library there', async () => {
    const tab = await bench.driver.openPage(`${bench.server.origin}/other-site`);
    const frame = tab.frames()[1];
    if (!frame) throw new Error('no frame');
    await frame.waitForFunction(() => (CSS.highlights.get('paperlight')?.size ?? 0) > 0);
    const box = await middleOfMark(frame);
    const edge = await tab.$eval('iframe', (element) => {
      const { left, top } = element.getBoundingClientRect();
      return { x: left + element.clientLeft, y: top + element.clientTop };
    });
    await tab.mouse.move(box.x + edge.x - 20, box.y + edge.y);
    await tab.mouse.move(box.x + edge.x, box.y + edge.y);
    const { card } = await waitForCardBox(frame);
    // The one button, at the lower left.
    await tab.mouse.click(card[0] + 50 + edge.x, card[3] - 22 + edge.y);
    await expect.poll(() => addressesOfTabs(bench.driver.background)).toMatch(/library\.html\?\S*paper=/);
    expect(await entry()).toBeNull();
    await tab.close();
  });

  it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
});
