/** How smoothly the library scrolls through all papers of a catalogue. */
import type { Driver } from '../../browser/driver/driver.ts';

/** Steps of so many CSS pixels: 12,000 a second at sixty frames, which nobody reads at. */
const STEPS = 400;
const STEP = 200;

/** What scrolling costs. */
export interface Scrolling {
  /** Milliseconds from each step to its painted frame. */
  times: number[];
  /** Share of the rows in sight, over all frames, whose papers were not there yet; 0 to 1. */
  late: number;
}

/** Scrolls from the middle of the library on, a step each sixtieth of a second. */
export async function measureScrolling(driver: Driver): Promise<Scrolling> {
  const page = await driver.openExtensionPage('library.html');
  await page.waitForSelector('.library-scroller .row:not(.row-unread)');
  const measured = await page.evaluate(scroll, STEPS, STEP);
  await page.close();
  return measured;
}

/** Runs in the library. */
async function scroll(steps: number, step: number): Promise<Scrolling> {
  const scroller = document.querySelector('.library-scroller') as HTMLElement;
  const painted = (): Promise<void> =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done();
        channel.port2.postMessage(0);
      });
    });
  scroller.scrollTop = scroller.scrollHeight / 2;
  await new Promise((done) => setTimeout(done, 1000));
  const times: number[] = [];
  let [seen, late] = [0, 0];
  for (let i = 0; i < steps && scroller.scrollTop + scroller.clientHeight + step < scroller.scrollHeight; i++) {
    const start = performance.now();
    scroller.scrollTop += step;
    await painted();
    times.push(performance.now() - start);
    const { top, bottom } = scroller.getBoundingClientRect();
    for (const row of scroller.querySelectorAll('.row')) {
      const box = row.getBoundingClientRect();
      if (box.bottom < top || box.top > bottom) continue;
      seen++;
      if (row.matches('.row-unread')) late++;
    }
    // At sixty frames a second there is so much left of each.
    const rest = 16 - (performance.now() - start);
    if (rest > 0) await new Promise((done) => setTimeout(done, rest));
  }
  return { times, late: late / seen };
}
