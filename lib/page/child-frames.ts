/** The frames in a page, as the page around them sees them. */

/**
 * Notices when a frame goes or shows another document. It can't say so itself: Firefox ends the
 * process of a frame of another site before its last message is sent.
 */
export class ChildFrames {
  /** The watched frames. */
  private frames: readonly Window[] = [];
  private readonly observer: MutationObserver;
  private readonly gone: () => void;
  private readonly signal: AbortSignal;

  /** @param gone called at most once after each {@link watch}, until `signal` aborts */
  constructor(gone: () => void, signal: AbortSignal) {
    this.gone = gone;
    this.signal = signal;
    this.observer = new MutationObserver(() => {
      if (this.frames.some((frame) => frame.closed)) this.tell();
    });
    signal.addEventListener('abort', () => this.stop());
  }

  /** Watches the present frames until one of them goes or loads again. */
  watch(): void {
    this.frames = Array.from({ length: window.length }, (_, i) => window[i] as Window);
    if (this.frames.length === 0 || this.signal.aborted) return;
    this.observer.observe(document, { childList: true, subtree: true });
    document.addEventListener('load', this.onLoad, true);
  }

  private readonly onLoad = ({ target }: Event): void => {
    const { contentWindow } = target as Partial<HTMLIFrameElement>;
    if (contentWindow && this.frames.includes(contentWindow)) this.tell();
  };

  private tell(): void {
    this.stop();
    this.gone();
  }

  private stop(): void {
    this.frames = [];
    this.observer.disconnect();
    document.removeEventListener('load', this.onLoad, true);
  }
}
