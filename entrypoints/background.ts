/** Has the bundled papers in the database after an install or an update, marks open tabs, and answers messages. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { answerAddressBar } from '../lib/extension/address-bar.ts';
import { answerMessages } from '../lib/extension/background-messages.ts';
import { styleBadge } from '../lib/extension/badge.ts';
import { settleCatalogue } from '../lib/extension/bundle.ts';
import { answerCards } from '../lib/extension/card-answers.ts';
import { answerContextMenu, offerContextMenu } from '../lib/extension/context-menu.ts';
import { markByCommand } from '../lib/extension/mark-command.ts';
import { stepByCommand } from '../lib/extension/mark-steps.ts';
import { followMarkStyle } from '../lib/extension/mark-style.ts';
import { markOpenTabs } from '../lib/extension/open-tabs.ts';
import { openSidePanelByCommand } from '../lib/extension/side-panel.ts';

export default defineBackground(() => {
  answerMessages();
  answerCards();
  stepByCommand();
  markByCommand();
  openSidePanelByCommand();
  followMarkStyle();
  answerAddressBar();
  answerContextMenu();
  browser.runtime.onInstalled.addListener(async () => {
    await offerContextMenu();
    await settleCatalogue(true);
    await markOpenTabs();
  });
  browser.runtime.onStartup.addListener(() => settleCatalogue(true));
  void styleBadge();
});
