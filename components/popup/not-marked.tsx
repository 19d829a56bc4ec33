import { openOptions } from '../../lib/extension/browser/browser-pages.ts';
import type { Site } from '../../lib/extension/browser/current-tab.ts';
import { isSiteOff, withSite } from '../../lib/extension/browser/settings.ts';
import type { Settings } from '../../lib/extension/browser/stored-settings.ts';
import { Notice } from '../ui/notice.tsx';
import type { CurrentPage } from './current-page.ts';

interface NotMarkedProps {
  page: CurrentPage;
  site: Site;
  settings: Settings;
  change(change: Partial<Settings>): void;
}

/** Why titles on the page are not marked, and what the reader can do to have them marked. */
export function NotMarked({ page, site, settings, change }: NotMarkedProps) {
  if (settings.mode === 'asked') {
    return (
      <Notice title="Titles are marked when you ask" action={{ label: 'Mark this page', run: page.ask }}>
        This page has not been looked at. Its marks stay until you leave it.
      </Notice>
    );
  }
  if (settings.mode === 'off') {
    return (
      <Notice title="Highlighting is off" action={{ label: 'Turn on', run: () => change({ mode: 'always' }) }}>
        Titles are neither marked nor looked for on any page.
      </Notice>
    );
  }
  const withoutSite = withSite(settings, site.hostname, true);
  const isOffByPattern = isSiteOff({ ...settings, ...withoutSite }, site.address);
  return (
    <Notice
      title={`Highlighting is off on ${site.hostname}`}
      action={
        isOffByPattern
          ? { label: 'Open settings', run: openOptions }
          : { label: 'Turn on', run: () => change(withoutSite) }
      }
    >
      {isOffByPattern
        ? 'The page belongs to a pattern of sites that you turned off.'
        : 'Titles are neither marked nor looked for on this site.'}
    </Notice>
  );
}
