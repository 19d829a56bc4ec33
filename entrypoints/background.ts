/** Installs the bundled papers, marks open tabs, follows what changes, and answers messages. */
import { defineBackground } from 'wxt/utils/define-background';
import { styleBadge } from '../lib/extension/background/badge.ts';
import { answerCards } from '../lib/extension/background/card-port.ts';
import { answerCommands } from '../lib/extension/background/commands.ts';
import { answerContextMenu } from '../lib/extension/background/context-menu.ts';
import { followChangeLog } from '../lib/extension/background/derived-data.ts';
import { answerMessages } from '../lib/extension/background/message-handlers.ts';
import { answerAddressBar } from '../lib/extension/background/omnibox.ts';
import { followSiteAccess } from '../lib/extension/background/open-tabs.ts';
import { answerStartUp } from '../lib/extension/background/start-up.ts';
import { followSync } from '../lib/extension/background/sync-schedule.ts';
import { logError } from '../lib/extension/browser/error-log.ts';
import { scheduleCopy } from '../lib/extension/browser/list-mirror.ts';
import { logUnexpected } from '../lib/extension/browser/unexpected.ts';
import { loadWords } from '../lib/words/words.ts';

export default defineBackground(() => {
  logUnexpected('background', (place, error) => void logError(place, error));
  loadWords();
  answerMessages();
  answerCards();
  answerCommands();
  followSync();
  followChangeLog();
  answerAddressBar();
  answerContextMenu();
  answerStartUp();
  followSiteAccess();
  scheduleCopy();
  void styleBadge();
});
