/**
 * Whether the titles in a frame are marked: what the settings say of its page, and what the reader
 * asks for.
 */
import { send } from '../browser/send.ts';
import { isSiteOff, readSettings, watchSettings } from '../browser/settings.ts';
import type { Settings } from '../browser/stored-settings.ts';
import { pageAddress } from './top-address.ts';

/** Follows the settings for one frame. */
export class Marking {
  /** Called with whether to mark, when that is known and after it has changed. */
  onChange: (isOn: boolean) => void = () => {};
  /** Whether the reader has asked for marks on this page. It is forgotten when the page is left. */
  isAsked = false;
  private settings: Settings | undefined;
  private decisions = 0;

  constructor(signal: AbortSignal) {
    const use = (settings: Settings): void => {
      this.settings = settings;
      if (settings.mode !== 'asked') this.isAsked = false;
      void this.decide();
    };
    readSettings().then((settings) => this.settings ?? use(settings));
    watchSettings((settings) => use(settings), signal);
    // Pages that go elsewhere without loading may leave, or enter, the part of a site that is off.
    navigationOf(window)?.addEventListener('currententrychange', () => void this.decide(), { signal });
  }

  /** Marks the page until it is left, where that waits for the reader to ask. */
  ask(): void {
    this.isAsked = this.settings?.mode === 'asked';
    void this.decide();
  }

  private async decide(): Promise<void> {
    const decision = ++this.decisions;
    const isOn = this.settings !== undefined && (await this.isWanted(this.settings));
    if (decision === this.decisions) this.onChange(isOn);
  }

  private async isWanted(settings: Settings): Promise<boolean> {
    if (settings.mode === 'asked') {
      // A frame that came after the question asks the page for it.
      if (!this.isAsked && window !== window.top) {
        const answer = await send('frame/is-asked');
        this.isAsked = answer.ok && answer.value;
      }
      return this.isAsked;
    }
    // Where no site is off, which site this is need not be known.
    return settings.mode === 'always' && (settings.sitesOff.length === 0 || !isSiteOff(settings, await pageAddress()));
  }
}

/**
 * The Navigation API, which TypeScript's DOM does not know everywhere and browsers have since 2022
 * and 2026.
 */
function navigationOf(scope: object): EventTarget | undefined {
  return (scope as { navigation?: EventTarget }).navigation;
}
