/** Work that is done from time to time, for what no event tells of. */

/**
 * The time between two rounds, in milliseconds: short after something happened, then longer and
 * longer.
 */
const FIRST_PAUSE_MS = 250;
const LAST_PAUSE_MS = 5000;
const GROWTH = 1.5;
/** A round takes at most a tenth of the time, the page's own turns in between included. */
const SHARE = 10;

/** Rounds of some work. */
export class Rounds {
  private readonly work: () => Promise<boolean>;
  private readonly signal: AbortSignal;
  private pause = FIRST_PAUSE_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next round comes, and when it may come at the earliest. */
  private due = 0;
  private earliest = 0;
  private isRunning = false;

  /** @param work resolves to whether it is to be done also when nothing has happened for long */
  constructor(work: () => Promise<boolean>, signal: AbortSignal) {
    this.work = work;
    this.signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.timer));
  }

  /**
   * Begins with short pauses again: something has happened of which the effect may take its time.
   */
  begin(): void {
    this.pause = FIRST_PAUSE_MS;
    if (!this.isRunning && (this.timer === undefined || this.due > performance.now() + this.pause)) this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    if (this.signal.aborted) return;
    this.due = Math.max(performance.now() + this.pause, this.earliest);
    this.timer = setTimeout(() => void this.run(), this.due - performance.now());
  }

  private async run(): Promise<void> {
    this.timer = undefined;
    this.isRunning = true;
    const isLast = this.pause >= LAST_PAUSE_MS;
    this.pause = Math.min(LAST_PAUSE_MS, this.pause * GROWTH);
    const began = performance.now();
    // Nobody sees a page that is in the background; it is looked at when it comes to the front.
    const goesOn = document.visibilityState === 'hidden' || (await this.work());
    this.earliest = performance.now() + SHARE * (performance.now() - began);
    this.isRunning = false;
    if (goesOn || !isLast) this.wait();
  }
}
