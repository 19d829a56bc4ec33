/** Polls for changes that no event reports. */

/** The pause between two runs grows from the first to the last. */
const FIRST_PAUSE_MS = 250;
const LAST_PAUSE_MS = 5000;
const PAUSE_GROWTH = 1.5;
/**
 * After a run that took t, waits for this times t: it takes at most a tenth of the time, including
 * the page's own work in between.
 */
const MIN_PAUSE_FACTOR = 10;

/** Runs work repeatedly, with growing pauses. */
export class BackoffPoll {
  private readonly work: () => Promise<boolean>;
  private readonly signal: AbortSignal;
  private pause = FIRST_PAUSE_MS;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next run is due, and the earliest time for it. */
  private due = 0;
  private earliest = 0;
  private isRunning = false;

  /** @param work resolves to whether to keep polling at the longest pause */
  constructor(work: () => Promise<boolean>, signal: AbortSignal) {
    this.work = work;
    this.signal = signal;
    signal.addEventListener('abort', () => clearTimeout(this.timer));
  }

  /** Starts with short pauses again, after something whose effect may come later. */
  restart(): void {
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
    this.pause = Math.min(LAST_PAUSE_MS, this.pause * PAUSE_GROWTH);
    const began = performance.now();
    // Nothing is done in a hidden page; it is checked when it is shown again.
    const goesOn = document.visibilityState === 'hidden' || (await this.work());
    this.earliest = performance.now() + MIN_PAUSE_FACTOR * (performance.now() - began);
    this.isRunning = false;
    if (goesOn || !isLast) this.wait();
  }
}
