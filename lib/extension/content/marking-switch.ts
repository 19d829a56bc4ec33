/**
 * Decides whether the titles in a frame are marked: by the settings, and by what the reader asks
 * for.
 */
import { send } from '../browser/send.ts';
import { isSiteOff, readSettings, watchSettings } from '../browser/settings.ts';
import type { Settings } from '../browser/stored-settings.ts';
import { pageAddress } from './top-address.ts';

/** Follows the settings for one frame. */
export class MarkingSwitch {
  /** Called with whether to mark, once known and after every change. */
  onChange: (isOn: boolean) => void = () => {};
  /** Whether the reader has asked for marks on this page, until it is left. */
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
    // Single-page sites may leave or enter the part of a site that is off.
    navigationOf(window)?.addEventListener('currententrychange', () => void this.decide(), { signal });
  }

  /** Marks the page until it is left, in the mode that waits for the reader to ask. */
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
      // A frame that is added later asks whether the page is marked.
      if (!this.isAsked && window !== window.top) {
        const answer = await send('frame/is-asked');
        this.isAsked = answer.ok && answer.value;
      }
      return this.isAsked;
    }
    // The address is needed only if a site is off.
    return settings.mode === 'always' && (settings.sitesOff.length === 0 || !isSiteOff(settings, await pageAddress()));
  }
}

/**
 * The Navigation API: in Chromium since 2022, in Firefox since 2026, and not in all of TypeScript's
 * DOM types.
 */
function navigationOf(scope: object): EventTarget | undefined {
  return (scope as { navigation?: EventTarget }).navigation;
}
