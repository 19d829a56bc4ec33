import type { Site } from '../../lib/extension/browser/current-tab.ts';
import { isSiteOff, withSite } from '../../lib/extension/browser/settings.ts';
import { t } from '../../lib/words/words.ts';
import type { SettingsControl } from '../hooks/use-settings.ts';
import { Switch } from '../ui/switch.tsx';

interface HighlightSwitchesProps {
  /** Null if there is no site to switch. */
  site: Site | null;
  control: SettingsControl;
}

/** Switches for marking titles: on this site, and on all. */
export function HighlightSwitches({ site, control: { settings, change } }: HighlightSwitchesProps) {
  if (!settings) return <div class="switches" />;
  const isOff = site !== null && isSiteOff(settings, site.address);
  // A pattern may cover other sites too, so it can be removed only in the settings.
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
  // An entry in the list of sites that are off would reveal the visit.
  return isPrivate ? t('popup.privateSite') : hostname;
}
