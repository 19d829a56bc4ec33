import type { Site } from '../../lib/extension/browser/current-tab.ts';
import { askToRead } from '../../lib/extension/browser/site-access.ts';
import { t } from '../../lib/words/words.ts';
import { Notice } from '../ui/notice.tsx';

/**
 * Says that the browser withholds the page, with buttons to allow access. Whatever follows the page
 * notices the change.
 */
export function WithheldPage({ site }: { site: Site | null }) {
  // If the browser refuses to ask, nothing changes.
  const allow = (address?: string): void => void askToRead(address).catch(() => {});
  const everywhere = { label: t('popup.allowOnAll'), run: () => allow() };
  if (!site) {
    return (
      <Notice title={t('popup.withheldPage')} action={everywhere}>
        {t('popup.withheldPageHint')}
      </Notice>
    );
  }
  return (
    <Notice
      title={t('popup.withheldSite')}
      action={[{ label: t('popup.allowOnSite'), run: () => allow(site.address) }, everywhere]}
    >
      {t('popup.withheldSiteHint', { site: site.hostname })}
    </Notice>
  );
}
