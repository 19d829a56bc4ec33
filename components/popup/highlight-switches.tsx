import type { Site } from '../../lib/extension/browser/current-tab.ts';
import { isSiteOff, withSite } from '../../lib/extension/browser/settings.ts';
import { t } from '../../lib/words/words.ts';
import type { SettingsControl } from '../hooks/use-settings.ts';
import { Switch } from '../ui/switch.tsx';

interface HighlightSwitchesProps {
  /** Null where there is no site to switch. */
  site: Site | null;
  known: SettingsControl;
}

/** Whether titles are marked: on this site, and at all. */
export function HighlightSwitches({ site, known: { settings, change } }: HighlightSwitchesProps) {
  if (!settings) return <div class="switches" />;
  const isOff = site !== null && isSiteOff(settings, site.address);
  // A pattern speaks for other sites too: it is taken away where it was made, in the settings.
  const isOffByPattern = isOff && isSiteOff({ ...settings, ...withSite(settings, site.hostname, true) }, site.address);
  return (
    <fieldset class="switches" aria-label={t('popup.highlighting')}>
      {site && (
        <Switch
          label={t('popup.highlightOnSite')}
          hint={hintOf(site, isOffByPattern)}
          on={settings.mode === 'always' && !isOff}
          disabled={settings.mode !== 'always' || isOffByPattern || site.isPrivate}
          onChange={(on) => change(withSite(settings, site.hostname, on))}
        />
      )}
      <Switch
        label={t('popup.highlightOnAll')}
        hint={settings.mode === 'asked' ? t('popup.onlyWhenAsked') : undefined}
        on={settings.mode === 'always'}
        onChange={(on) => change({ mode: on ? 'always' : 'off' })}
      />
    </fieldset>
  );
}

function hintOf({ hostname, isPrivate }: Site, isOffByPattern: boolean): string {
  if (isOffByPattern) return t('popup.switchedByPattern');
  // The list of sites that are off would tell that the reader was here.
  return isPrivate ? t('popup.privateSite') : hostname;
}
