/** What the background answers. */
import { browser } from 'wxt/browser';
import { showCount } from './badge.ts';
import { settleCatalogue } from './bundle.ts';
import type { ToBackground } from './messages.ts';

/** Answers the messages of pages and popups. Call once, before anything is awaited: the browser wakes the background for them. */
export function answerMessages(): void {
  browser.runtime.onMessage.addListener((message: ToBackground, sender, sendResponse) => {
    if (message.type === 'page/papers-counted') {
      // The tab may be gone by now.
      if (sender.tab?.id !== undefined) showCount(sender.tab.id, message.count).catch(() => {});
      return;
    }
    if (message.type === 'popup/ensure-catalogue') {
      void settleCatalogue().then(sendResponse);
      // Chrome keeps the channel open only for `true`; a promise is no answer there.
      return true;
    }
  });
}
