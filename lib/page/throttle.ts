/** Throttles work on what a page shows, so that the page does not notice it. */

/** After work that took t, waits for this times t: it takes at most a twentieth of the time. */
const PAUSE_FACTOR = 20;
/** How long to wait for a frame: in a hidden tab none comes. */
const FRAME_TIMEOUT_MS = 100;

/** Runs work some time after it was scheduled, once for all calls until then. */
export class Throttle {
  private readonly work: () => void;
  private readonly pause: number;
  private readonly signal: AbortSignal;
  private isWaiting = false;
  /** When the work may run again. */
  private next = 0;

  /** @param pause the least time between two runs, in milliseconds */
  constructor(work: () => void, pause: number, signal: AbortSignal) {
    this.work = work;
    this.pause = pause;
    this.signal = signal;
  }

  /** Schedules the work after the next frame, when layout is up to date and need not be forced. */
  schedule(): void {
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
    }, FRAME_TIMEOUT_MS);
  }

  private run(): void {
    this.isWaiting = false;
    if (this.signal.aborted) return;
    const began = performance.now();
    this.work();
    const end = performance.now();
    this.next = end + Math.max(this.pause, PAUSE_FACTOR * (end - began));
  }
}
