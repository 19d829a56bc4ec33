import type { Site } from '../../lib/extension/browser/current-tab.ts';
import { askToRead } from '../../lib/extension/browser/site-access.ts';
import { Notice } from '../ui/notice.tsx';

/**
 * Says that the browser withholds the page, and has it ask the reader. The browser's answer reaches
 * all that follow the page.
 */
export function WithheldPage({ site }: { site: Site | null }) {
  // What the browser refuses to ask leaves everything as it is, and this notice where it is.
  const allow = (address?: string): void => void askToRead(address).catch(() => {});
  const everywhere = { label: 'Allow on all sites', run: () => allow() };
  if (!site) {
    return (
      <Notice title="The browser does not let Paperlight read this page" action={everywhere}>
        Click Paperlight’s button in the toolbar while you look at the page, or allow all sites. Pages of the browser
        itself stay closed. Search and reading list need no page.
      </Notice>
    );
  }
  return (
    <Notice
      title="The browser lets Paperlight read this site only when you click"
      action={[{ label: 'Allow on this site', run: () => allow(site.address) }, everywhere]}
    >
      Titles on {site.hostname} are marked after each click on Paperlight’s button. Where it is allowed they are marked
      by themselves.
    </Notice>
  );
}
