import { withSite } from '../../lib/extension/settings.ts';
import type { KnownSettings } from '../hooks/use-settings.ts';
import { Switch } from '../ui/switch.tsx';

interface HighlightSwitchesProps {
  /** Null where there is no site to switch. */
  hostname: string | null;
  known: KnownSettings;
}

/** Whether titles are marked: on this site, and at all. */
export function HighlightSwitches({ hostname, known: { settings, change } }: HighlightSwitchesProps) {
  if (!settings) return <div class="switches" />;
  return (
    <fieldset class="switches" aria-label="Highlighting">
      {hostname !== null && (
        <Switch
          label="Highlight on this site"
          hint={hostname}
          on={settings.highlighting && !settings.sitesOff.includes(hostname)}
          disabled={!settings.highlighting}
          onChange={(on) => change(withSite(settings, hostname, on))}
        />
      )}
      <Switch
        label="Highlight on all sites"
        on={settings.highlighting}
        onChange={(highlighting) => change({ highlighting })}
      />
    </fieldset>
  );
}
