/**
 * Requests the style of marks for the elements that hold them, but not before one is painted: pages
 * can detect a style, and so Paperlight.
 */
import { sendUntilDone } from '../browser/send.ts';
import { watchSettings } from '../browser/settings.ts';

/** The requests of one frame. */
export class StyleRequest {
  /** Names of elements for which it was requested. */
  private readonly names = new Set<string>();

  constructor(signal: AbortSignal) {
    watchSettings(({ markStyle }, before) => {
      if (markStyle !== before.markStyle) this.send([...this.names]);
    }, signal);
  }

  /** Requests the style for elements of these names, once for each name. */
  need(names: ReadonlySet<string>): void {
    const fresh = [...names].filter((name) => !this.names.has(name));
    for (const name of fresh) this.names.add(name);
    this.send(fresh);
  }

  private send(names: string[]): void {
    if (names.length > 0) void sendUntilDone('page/want-style', names);
  }
}
