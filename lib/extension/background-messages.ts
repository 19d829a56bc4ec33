/** What the background answers. */
import { browser } from 'wxt/browser';
import { writeNote } from '../db/entry-changes.ts';
import { countAgain } from './badge.ts';
import { settleCatalogue } from './bundle.ts';
import { changeFromCard } from './card-answers.ts';
import { runInFrame } from './frame-scripts.ts';
import { isMarkingAskedIn } from './frames.ts';
import { keepIndex } from './index-keeper.ts';
import { copySoon } from './list-copy.ts';
import type { ToBackground } from './messages.ts';
import { learnFrom } from './page-subject.ts';
import { answerAboutSync, listChanged } from './sync.ts';

/** Answers the messages of pages and popups. Call once, before anything is awaited: the browser wakes the background for them. */
export function answerMessages(): void {
  browser.runtime.onMessage.addListener((message: ToBackground, sender, sendResponse) => {
    if (message.type === 'page/marks-changed') {
      if (sender.tab?.id !== undefined) countAgain(sender.tab.id);
      return;
    }
    if (message.type === 'page/want-card') {
      // The frame may be gone by now.
      runInFrame('/card.js', sender).catch(() => {});
      return;
    }
    if (message.type === 'page/want-judge') {
      runInFrame('/judge.js', sender).then(sendResponse, () => sendResponse());
      return true;
    }
    if (message.type === 'page/about') {
      // What is read in a private window leaves no trace.
      if (sender.frameId === 0 && !sender.tab?.incognito) learnFrom(message.facts).catch(() => {});
      return;
    }
    if (message.type === 'list/changed') {
      copySoon();
      listChanged();
      return;
    }
    if (message.type === 'card/change') {
      void changeFromCard(message).then(sendResponse).then(copySoon);
      return true;
    }
    if (message.type === 'editor/keep-note') {
      // The page that could be told of a failure is gone.
      writeNote(message.paperId, message.written).catch(() => {});
      return;
    }
    if (message.type === 'frame/page-address') {
      sendResponse(sender.tab?.url);
      return;
    }
    if (message.type === 'frame/is-asked') {
      isMarkingAskedIn(sender.tab?.id).then(sendResponse, () => sendResponse(false));
      return true;
    }
    if (message.type === 'popup/ensure-index') {
      void keepIndex(message.anew).then(sendResponse);
      return true;
    }
    if (message.type === 'sync/report' || message.type === 'sync/now' || message.type === 'sync/delete') {
      void answerAboutSync(message.type).then(sendResponse);
      return true;
    }
    if (message.type === 'popup/ensure-catalogue' || message.type === 'popup/catalogue-grew') {
      void settleCatalogue(message.type === 'popup/catalogue-grew').then(sendResponse);
      // Chrome keeps the channel open only for `true`; a promise is no answer there.
      return true;
    }
  });
}
