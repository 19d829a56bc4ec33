import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { marksOn, marksOnceRead, seeWhole, waitForMarks } from '../../browser/pages/page-marks.ts';
import { badgeOf, byRole, openPopup, openTab } from '../../browser/pages/popup.ts';
import { DDSP as OTHER, EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

const pages = new Map([
  ['/empty', '<!doctype html><title>Empty</title><main></main>'],
  ['/one', `<!doctype html><title>One</title><main><p id="p">We build on <a href="#">${TITLE}</a>.</p></main>`],
  ['/two', `<!doctype html><title>Two</title><h2>${TITLE}</h2><h2>${OTHER}</h2><h3>${TITLE}</h3>`],
  [
    '/two-among-many',
    `<!doctype html><title>Many</title><style>p { display: inline; font-size: 9px }</style><h2>${TITLE}</h2>${'<p>some words</p>'.repeat(1000)}<h2>${OTHER}</h2>
     ${'<p>some words</p>'.repeat(1000)}<h3>${TITLE}</h3>`,
  ],
  ['/details', `<!doctype html><title>Details</title><details><summary>More</summary><h2>${TITLE}</h2></details>`],
  [
    '/shadow',
    `<!doctype html><title>Shadow</title><main><div><template shadowrootmode="open"><h2>${TITLE}</h2>
     <p><span><template shadowrootmode="open"><h3>${OTHER}</h3></template></span></p></template></div></main>`,
  ],
  ['/text-in-shadow', `<!doctype html><title>Text</title><h2><template shadowrootmode="open">${TITLE}</template></h2>`],
  ['/hidden', `<!doctype html><title>Hidden</title><style>.off{display:none}</style><h2 class="off">${TITLE}</h2>`],
]);

inEachBrowser(
  'The marks of a page',
  (path) => pages.get(path),
  (bench) => {
    const open = (path: string): Promise<Page> => bench.driver.openPage(bench.server.origin + path);
    const write = (tab: Page, markup: string): Promise<void> =>
      tab.evaluate((html) => {
        (document.querySelector('main') as HTMLElement).innerHTML = html;
      }, markup);

    it('come with content that arrives later, and go with it', async () => {
      const tab = await open('/empty');
      await write(tab, `<ul><li><a href="#">${TITLE}</a></li></ul>`);
      await waitForMarks(tab, 1);
      await tab.evaluate((title) => document.querySelector('ul')?.append(`A. Author. ${title}. 2024.`), OTHER);
      await waitForMarks(tab, 2);
      await write(tab, '<p>Nothing</p>');
      await waitForMarks(tab, 0);
    });

    it('follow a page that routes without loading', async () => {
      const tab = await open('/one');
      await waitForMarks(tab, 1);
      await tab.evaluate(() => history.pushState({}, '', '/elsewhere'));
      await write(tab, `<h1>${OTHER}</h1>`);
      await expect.poll(() => marksOn(tab)).toEqual([OTHER]);
    });

    it('follow text that is edited in its node, letter by letter', async () => {
      const tab = await open('/empty');
      await write(tab, '<h2>x</h2>');
      for (const length of [5, 20, TITLE.length]) {
        await tab.evaluate(
          (letters) => {
            const [text] = (document.querySelector('h2') as Element).childNodes;
            (text as Text).data = letters;
          },
          TITLE.slice(0, length),
        );
      }
      await waitForMarks(tab, 1);
      await tab.evaluate(() => {
        const [text] = (document.querySelector('h2') as Element).childNodes;
        (text as Text).appendData('x');
      });
      await waitForMarks(tab, 0);
    });

    it('appear when a title is completed by a neighbour, and when what parted it goes', async () => {
      const tab = await open('/empty');
      await write(tab, `<h2>${TITLE.slice(0, 12)}</h2>`);
      await tab.evaluate((rest) => document.querySelector('h2')?.append(rest), TITLE.slice(12));
      await waitForMarks(tab, 1);
      await write(tab, `<h2>${TITLE.slice(0, 12)}<i>not a part of it</i>${TITLE.slice(12)}</h2>`);
      await waitForMarks(tab, 0);
      await tab.evaluate(() => document.querySelector('i')?.remove());
      await waitForMarks(tab, 1);
    });

    it('appear when the text is shown, and not before', async () => {
      const tab = await open('/hidden');
      expect(await marksOnceRead(tab)).toEqual([]);
      await tab.evaluate(() => document.querySelector('h2')?.classList.remove('off'));
      await waitForMarks(tab, 1);
      const details = await open('/details');
      expect(await marksOnceRead(details)).toEqual([]);
      await details.click('summary');
      await waitForMarks(details, 1);
    });

    it('reach into open shadow roots, nested ones and those that come later', async () => {
      const tab = await open('/shadow');
      await waitForMarks(tab, 2);
      await tab.evaluate((title) => {
        const host = document.createElement('section');
        const heading = Object.assign(document.createElement('h2'), { textContent: title });
        host.attachShadow({ mode: 'open' }).append(heading);
        document.querySelector('main')?.append(host);
      }, OTHER);
      expect(await waitForMarks(tab, 3)).toEqual([TITLE, OTHER, OTHER]);
      await tab.evaluate(() => document.querySelector('section')?.shadowRoot?.querySelector('h2')?.remove());
      await waitForMarks(tab, 2);
      await waitForMarks(await open('/text-in-shadow'), 1);
    });

    it('are counted on the badge, each paper once', async () => {
      const tab = await open('/two');
      await waitForMarks(tab, 3);
      const popup = await openPopup(bench.driver);
      await expect.poll(() => badgeOf(popup, `${bench.server.origin}/two`)).toBe('2');
      await tab.evaluate(() => document.querySelectorAll('h2')[1]?.remove());
      await expect.poll(() => badgeOf(popup, `${bench.server.origin}/two`)).toBe('1');
      await popup.close();
    });

    it('leave the background asleep until a title stands on a page, and come then all the same', async () => {
      const { background } = bench.driver;
      await background.stop();
      const tab = await open('/empty');
      await write(tab, '<p>Nothing that is catalogued</p>'.repeat(1000));
      await new Promise((done) => setTimeout(done, 500));
      expect(await background.isRunning()).toBe(false);
      await write(tab, `<h2>${TITLE}</h2>`);
      await waitForMarks(tab, 1);
    });

    it('are found at any place of a huge text, and around it', async () => {
      const tab = await open('/empty');
      await tab.setViewport({ width: 1000, height: 4000 });
      await tab.evaluate((title) => {
        // Text of this size is laid out soon, and fits into a window, in letters too small to read.
        const main = document.querySelector('main') as HTMLElement;
        const filler = 'the quick brown fox, '.repeat(30_000);
        main.innerHTML =
          '<style>pre{font-size:1px;white-space:pre-wrap}b{font-size:16px}</style><h2></h2><pre></pre><h3></h3>';
        (main.querySelector('h2') as HTMLElement).textContent = title;
        const named = (): HTMLElement => Object.assign(document.createElement('b'), { textContent: title });
        (main.querySelector('pre') as HTMLElement).append(filler, '\n', named(), `\n${filler}\n“`, named(), '”');
        (main.querySelector('h3') as HTMLElement).textContent = title;
      }, TITLE);
      expect(await waitForMarks(tab, 4)).toEqual([TITLE, TITLE, TITLE, TITLE]);
      await tab.evaluate(() => {
        const [text] = (document.querySelector('b') as Element).childNodes;
        (text as Text).replaceData(10, 10, '…');
      });
      await waitForMarks(tab, 3);
    });

    it('stay the same ones while the text beside them changes', async () => {
      const tab = await open('/one');
      await waitForMarks(tab, 1);
      const range = await tab.evaluateHandle(() => [...(CSS.highlights.get('paperlight') as Highlight)][0]);
      await tab.evaluate((title) => document.querySelector('p')?.after(title), OTHER);
      await waitForMarks(tab, 2);
      expect(await tab.evaluate((old) => CSS.highlights.get('paperlight')?.has(old as Range), range)).toBe(true);
    });

    it.each(['/two', '/two-among-many'])(
      'are in the order of the page, also after it was sorted anew: %s',
      async (path) => {
        const tab = await open(path);
        await seeWhole(tab);
        expect(await waitForMarks(tab, 3)).toEqual([TITLE, OTHER, TITLE]);
        await tab.evaluate(() => document.body.prepend(document.querySelectorAll('h2')[1] as Element));
        await expect.poll(() => marksOn(tab)).toEqual([OTHER, TITLE, TITLE]);
      },
    );

    it('come with a page that grows while it is read', async () => {
      const tab = await open('/empty');
      await tab.setViewport({ width: 1000, height: 4000 });
      await tab.evaluate((title) => {
        document.head.insertAdjacentHTML('beforeend', '<style>ul { height: 9px; overflow: hidden }</style>');
        const main = document.querySelector('main') as HTMLElement;
        const timer = setInterval(() => {
          const item = `<li>${'some words of a feed '.repeat(20)}</li>`.repeat(100);
          main.insertAdjacentHTML('beforeend', `<ul>${item}</ul><h2></h2>`);
          (main.lastElementChild as HTMLElement).textContent = title;
          if (main.querySelectorAll('h2').length === 30) clearInterval(timer);
        }, 10);
      }, TITLE);
      await waitForMarks(tab, 30);
    });

    it('survive a page that changes without end', async () => {
      const tab = await open('/one');
      await tab.evaluate(() => {
        let n = 0;
        setInterval(() => {
          (document.querySelector('main') as HTMLElement).insertAdjacentHTML('beforeend', `<p>line ${n++}</p>`);
          document.body.style.setProperty('--n', String(n));
        }, 5);
      });
      await tab.waitForFunction(() => document.querySelectorAll('main p').length > 100);
      await tab.evaluate((title) => document.querySelector('p')?.after(title), OTHER);
      await waitForMarks(tab, 2);
      await tab.close();
    });

    it('come to a page that never rests', async () => {
      const tab = await open('/two-among-many');
      await seeWhole(tab);
      await waitForMarks(tab, 3);
      await tab.evaluate((title) => {
        const work = (): void => {
          for (const end = performance.now() + 30; performance.now() < end; );
        };
        for (let i = 0; i < 3; i++) setInterval(work, 1);
        document.body.insertAdjacentHTML('beforeend', `${'<p>some words</p>'.repeat(20_000)}<h2>${title}</h2>`);
        document.body.lastElementChild?.scrollIntoView();
      }, TITLE);
      await waitForMarks(tab, 1, 40_000);
      await tab.close();
    });

    it('are switched off and on for a site and altogether, at once and in all tabs', async () => {
      const tabs = [await open('/one'), await open('/two')];
      const expectMarks = async (...counts: number[]): Promise<void> => {
        for (const [i, count] of counts.entries()) await waitForMarks(tabs[i] as Page, count);
      };
      await expectMarks(1, 3);
      const popup = await openPopup(bench.driver, `${bench.server.origin}/two`);
      await openTab(popup, 'This page');
      for (const name of ['Highlight on this site', 'Highlight on all sites']) {
        await (await byRole(popup, 'switch', name)).click();
        await expectMarks(0, 0);
        await expect.poll(() => badgeOf(popup, `${bench.server.origin}/two`)).toBe('');
        await (await byRole(popup, 'switch', name)).click();
        await expectMarks(1, 3);
      }
      await popup.close();
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
