import { openOptions } from '../../lib/extension/browser/browser-pages.ts';
import type { Site } from '../../lib/extension/browser/current-tab.ts';
import { isSiteOff, withSite } from '../../lib/extension/browser/settings.ts';
import type { Settings } from '../../lib/extension/browser/stored-settings.ts';
import { t } from '../../lib/words/words.ts';
import { Notice } from '../ui/notice.tsx';
import type { CurrentPage } from './current-page.ts';

interface NotMarkedProps {
  page: CurrentPage;
  site: Site;
  settings: Settings;
  change(change: Partial<Settings>): void;
}

/** Says why titles on the page are not marked, with a button to change that. */
export function NotMarked({ page, site, settings, change }: NotMarkedProps) {
  if (settings.mode === 'asked') {
    return (
      <Notice title={t('popup.whenAsked')} action={{ label: t('popup.markPage'), run: page.ask }}>
        {t('popup.whenAskedHint')}
      </Notice>
    );
  }
  if (settings.mode === 'off') {
    return (
      <Notice title={t('popup.off')} action={{ label: t('popup.turnOn'), run: () => change({ mode: 'always' }) }}>
        {t('popup.offHint')}
      </Notice>
    );
  }
  const withoutSite = withSite(settings, site.hostname, true);
  const isOffByPattern = isSiteOff({ ...settings, ...withoutSite }, site.address);
  return (
    <Notice
      title={t('popup.offOnSite', { site: site.hostname })}
      action={
        isOffByPattern
          ? { label: t('popup.openSettings'), run: openOptions }
          : { label: t('popup.turnOn'), run: () => change(withoutSite) }
      }
    >
      {t(isOffByPattern ? 'popup.offByPattern' : 'popup.offOnSiteHint')}
    </Notice>
  );
}
