/**
 * Requests the style sheet of marks, but not before the first mark: pages can detect the sheet, and
 * so Paperlight.
 */
import { sendUntilDone } from '../browser/send.ts';
import { watchSettings } from '../browser/settings.ts';

/** The request for one frame. */
export class StyleRequest {
  private isSent = false;

  constructor(signal: AbortSignal) {
    watchSettings(({ markStyle }, before) => {
      if (this.isSent && markStyle !== before.markStyle) void sendUntilDone('page/want-style');
    }, signal);
  }

  /** Requests the sheet, once. */
  send(): void {
    if (this.isSent) return;
    this.isSent = true;
    void sendUntilDone('page/want-style');
  }
}
