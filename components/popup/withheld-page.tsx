import type { Site } from '../../lib/extension/browser/current-tab.ts';
import { askToRead } from '../../lib/extension/browser/site-access.ts';
import { t } from '../../lib/words/words.ts';
import { Notice } from '../ui/notice.tsx';

/**
 * Says that the browser withholds the page, and has it ask the reader. The browser's answer reaches
 * all that follow the page.
 */
export function WithheldPage({ site }: { site: Site | null }) {
  // What the browser refuses to ask leaves everything as it is, and this notice where it is.
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
