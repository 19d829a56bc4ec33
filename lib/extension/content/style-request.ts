/**
 * Asks for the marks' style sheet. Any page can ask whether there is one, so it must not be there
 * before a mark is: it would tell every page that Paperlight is.
 */
import { sendUntilDone } from '../browser/send.ts';
import { watchSettings } from '../browser/settings.ts';

/** The style sheet of one frame. */
export class StyleRequest {
  private isMade = false;

  constructor(signal: AbortSignal) {
    watchSettings(({ markStyle }, before) => {
      if (this.isMade && markStyle !== before.markStyle) void sendUntilDone('page/want-style');
    }, signal);
  }

  /** Has the sheet added, once. */
  make(): void {
    if (this.isMade) return;
    this.isMade = true;
    void sendUntilDone('page/want-style');
  }
}
