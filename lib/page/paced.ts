/** Work on what a page shows, at a pace that the page does not notice. */

/** The work takes at most a twentieth of the time. */
const SHARE = 20;
/**
 * How long the page may take to draw before the work goes on without: in a tab that is not shown it
 * draws nothing. In milliseconds.
 */
const PATIENCE_MS = 100;

/** Work that is done some time after it was asked for, once for all that ask until then. */
export class Paced {
  private readonly work: () => void;
  private readonly pause: number;
  private readonly signal: AbortSignal;
  private isWaiting = false;
  /** When the work may be done again. */
  private next = 0;

  /** @param pause the shortest time from one time to the next, in milliseconds */
  constructor(work: () => void, pause: number, signal: AbortSignal) {
    this.work = work;
    this.pause = pause;
    this.signal = signal;
  }

  /**
   * Has the work done after the page has drawn what it has changed: so nothing has to be laid out
   * for it.
   */
  soon(): void {
    if (this.isWaiting || this.signal.aborted) return;
    this.isWaiting = true;
    const wait = this.next - performance.now();
    if (wait > 0) setTimeout(() => this.afterFrame(), wait);
    else this.afterFrame();
  }

  private afterFrame(): void {
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(() => this.run());
    });
    const timer = setTimeout(() => {
      cancelAnimationFrame(frame);
      this.run();
    }, PATIENCE_MS);
  }

  private run(): void {
    this.isWaiting = false;
    if (this.signal.aborted) return;
    const began = performance.now();
    this.work();
    const end = performance.now();
    this.next = end + Math.max(this.pause, SHARE * (end - began));
  }
}
