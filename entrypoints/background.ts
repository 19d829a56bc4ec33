/** Has the bundled papers in the database after an install or an update, marks open tabs, and answers messages. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { takeSnapshot } from '../lib/db/snapshots.ts';
import { answerAddressBar } from '../lib/extension/address-bar.ts';
import { answerMessages } from '../lib/extension/background-messages.ts';
import { styleBadge } from '../lib/extension/badge.ts';
import { settleCatalogue } from '../lib/extension/bundle.ts';
import { answerCards } from '../lib/extension/card-answers.ts';
import { answerCommands } from '../lib/extension/commands.ts';
import { answerContextMenu, offerContextMenu } from '../lib/extension/context-menu.ts';
import { copySoon } from '../lib/extension/list-copy.ts';
import { followMarkStyle } from '../lib/extension/mark-style.ts';
import { markOpenTabs } from '../lib/extension/open-tabs.ts';
import { followSync } from '../lib/extension/sync.ts';

export default defineBackground(() => {
  answerMessages();
  answerCards();
  answerCommands();
  followMarkStyle();
  followSync();
  answerAddressBar();
  answerContextMenu();
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    await offerContextMenu();
    // Without one the update goes on all the same.
    if (reason === 'update') await takeSnapshot('update').catch(() => {});
    await settleCatalogue(true);
    await markOpenTabs();
  });
  browser.runtime.onStartup.addListener(() => settleCatalogue(true));
  copySoon();
  void styleBadge();
});
