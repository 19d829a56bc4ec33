/** The frames in a page, as the page around them sees them. */

/**
 * Notices when frames go or show another document. They can't say so themselves: Firefox ends the process of a frame of another site
 * before its last message is sent.
 */
export class ChildFrames {
  /** Those there were when it was last {@link note}d. */
  private frames: readonly Window[] = [];
  private readonly observer: MutationObserver;
  private readonly signal: AbortSignal;
  private isListening = false;
  private readonly gone: () => void;

  /** @param gone called when a frame that was there has gone, or has loaded again, until `signal` aborts */
  constructor(gone: () => void, signal: AbortSignal) {
    this.gone = gone;
    this.signal = signal;
    this.observer = new MutationObserver(() => this.frames.some((frame) => frame.closed) && gone());
    signal.addEventListener('abort', () => this.observer.disconnect());
  }

  /** Remembers the frames that are there now. Until it is called for the first time, and without frames, nothing is watched. */
  note(): void {
    this.frames = Array.from({ length: window.length }, (_, i) => window[i] as Window);
    this.observer.disconnect();
    if (this.frames.length === 0 || this.signal.aborted) return;
    this.observer.observe(document, { childList: true, subtree: true });
    if (this.isListening) return;
    this.isListening = true;
    document.addEventListener('load', (event) => this.onLoad(event), { capture: true, signal: this.signal });
  }

  private onLoad({ target }: Event): void {
    const { contentWindow } = target as Partial<HTMLIFrameElement>;
    if (contentWindow && this.frames.includes(contentWindow)) this.gone();
  }
}
