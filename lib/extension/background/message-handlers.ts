/** Handles the messages to the background. */
import { browser } from 'wxt/browser';
import type { PaperId } from '../../core/model/paper.ts';
import { writeNote } from '../../db/entry-changes.ts';
import { t } from '../../words/words.ts';
import { logError } from '../browser/error-log.ts';
import { injectScript, isMarkingAskedIn } from '../browser/frames.ts';
import { libraryAddress } from '../browser/library-view.ts';
import { scheduleCopy } from '../browser/list-mirror.ts';
import { paperInTab } from '../browser/page-papers.ts';
import { answer } from './answer.ts';
import { scheduleCount } from './badge.ts';
import { changeFromCard } from './card-port.ts';
import { followChangeLog, refreshDerivedData } from './derived-data.ts';
import { ensureCatalogue } from './install-catalogue.ts';
import { learnFrom } from './learn-from-page.ts';
import { styleFrame } from './mark-style.ts';
import { type ContentSender, isMarkedIn } from './sender.ts';
import { deleteSyncedItems, readSyncReport } from './sync-report.ts';
import { listChanged, syncNow } from './sync-schedule.ts';

/**
 * Answers the messages of pages and content scripts. Call once, before anything is awaited: the
 * browser starts the background for them.
 */
export function answerMessages(): void {
  answer(
    {
      'catalogue/ensure': () => {
        followChangeLog();
        return ensureCatalogue();
      },
      'index/ensure': ({ rebuild }) => refreshDerivedData({ index: rebuild }),
      'sync/report': () => readSyncReport(),
      'sync/now': () => syncNow().then(readSyncReport),
      'sync/delete': () => deleteSyncedItems().then(readSyncReport),
      'data/changed': () => {
        scheduleCopy();
        listChanged();
        followChangeLog();
      },
      'note/keep': async ({ paperId, written }) => {
        await writeNote(paperId, written);
      },
    },
    {
      'page/marks-changed': (_, { tab }) => scheduleCount(tab.id),
      'page/want-card': (_, { tab, frameId }) => injectScript('/card.js', tab.id, frameId),
      'page/want-tools': (_, { tab, frameId }) => injectScript('/tools.js', tab.id, frameId),
      'page/want-style': (names, { tab, frameId }) => styleFrame(tab.id, frameId, names),
      'page/about': async (facts, { tab, frameId, url }) => {
        // Private windows leave no trace, and a page may speak only for its own site.
        const isAllowed = frameId === 0 && !tab.incognito && isSameOrigin(url, facts.address);
        return isAllowed && learnFrom(facts, () => paperInTab(tab.id));
      },
      'page/failed': async (error, { tab }) => {
        if (!tab.incognito) await logError('web page', error);
      },
      'frame/page-address': (_, { tab }) => tab.url,
      'frame/is-asked': (_, { tab }) => isMarkingAskedIn(tab.id),
      'card/change': async ({ paperId, change }, sender) => {
        await requireMark(sender, paperId);
        await changeFromCard(paperId, change, sender.tab.id);
        scheduleCopy();
      },
      'card/open': async (paperId, sender) => {
        await requireMark(sender, paperId);
        await browser.tabs.create({ url: libraryAddress({ paper: paperId }), index: sender.tab.index + 1 });
      },
    },
  );
}

async function requireMark(sender: ContentSender, paperId: PaperId): Promise<void> {
  if (!(await isMarkedIn(sender, paperId))) throw new Error(t('card.notMarked'));
}

function isSameOrigin(address: string | undefined, other: string): boolean {
  return address !== undefined && URL.canParse(other) && new URL(address).origin === new URL(other).origin;
}
