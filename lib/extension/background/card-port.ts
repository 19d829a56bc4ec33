/** Serves cards: sends them their papers, and makes their changes. */
import { browser } from 'wxt/browser';
import { newestFirst } from '../../core/digests/digest-label.ts';
import type { ReadingStatus } from '../../core/model/entry.ts';
import type { PaperId } from '../../core/model/paper.ts';
import { excerpt } from '../../core/search/excerpt.ts';
import { readableTitle } from '../../core/text/readable-title.ts';
import { paperWithDigests } from '../../db/catalogue.ts';
import type { JournalRecord } from '../../db/database.ts';
import { setStatus } from '../../db/entry-changes.ts';
import { papersLike } from '../../db/paper-sources.ts';
import { bringBackPaper, entryOf, removePaper, savePaper } from '../../db/reading-list.ts';
import { openDatabase, watch } from '../../db/watch.ts';
import type { CardChange, CardPaper } from '../../page/card/client.ts';
import { type PlainKey, t } from '../../words/words.ts';
import { bylineOf } from '../browser/byline.ts';
import { digestName } from '../browser/digest-name.ts';
import { whyNotOpened, whyNotWritten } from '../browser/failure-words.ts';
import { CARD_PORT, type ToCard } from '../browser/protocol.ts';
import { changeAndReport } from './change-from-page.ts';
import { isContentScript, isMarkedIn } from './sender.ts';

/** The most other papers of the same title that a card lists. */
const MAX_OTHER_PAPERS = 5;
/** How many characters of the abstract a card shows. */
const MAX_ABSTRACT_LENGTH = 420;

/**
 * Sends every card its paper, at once and after every change, until the card closes. Call once,
 * before anything is awaited.
 */
export function answerCards(): void {
  browser.runtime.onConnect.addListener((port) => {
    if (!port.name.startsWith(CARD_PORT)) return;
    const closed = new AbortController();
    const post = (message: ToCard): void => {
      if (!closed.signal.aborted) port.postMessage(message);
    };
    const failed = (error: unknown): void => post({ ok: false, error: whyNotOpened(error) });
    port.onDisconnect.addListener(() => closed.abort());
    const paperId = port.name.slice(CARD_PORT.length);
    const watcher = {
      answered: (paper: CardPaper | undefined) =>
        post(paper ? { ok: true, value: paper } : { ok: false, error: t('card.gone') }),
      failed,
    };
    const begin = async (): Promise<void> => {
      const isAllowed = port.sender && isContentScript(port.sender) && (await isMarkedIn(port.sender, paperId));
      if (!isAllowed) return port.disconnect();
      await openDatabase();
      watch(() => cardPaper(paperId), watcher, closed.signal);
    };
    begin().catch(failed);
  });
}

async function cardPaper(paperId: PaperId): Promise<CardPaper | undefined> {
  const found = await paperWithDigests(paperId);
  if (!found) return undefined;
  const entry = await entryOf(found.paper.id);
  const { title, abstract, codeLinks } = found.paper;
  return {
    title: readableTitle(title),
    byline: bylineOf(found.paper),
    abstract: excerpt(abstract, [], MAX_ABSTRACT_LENGTH)
      .map(({ text }) => text)
      .join(''),
    digests: newestFirst(found.digests).map(digestName),
    codeLinks,
    others: (await papersLike(found.paper)).slice(0, MAX_OTHER_PAPERS).map(bylineOf),
    kept: entry ? { status: entry.status, hasNote: entry.note.trim() !== '' } : null,
  };
}

/**
 * Changes the reading list for a card in a tab; resolves when the change is on disk. Throws an
 * error with a sentence as its message.
 */
export async function changeFromCard(paperId: PaperId, change: CardChange, tabId: number): Promise<void> {
  const { write, done: key, undone } = changes[change];
  const found = await paperWithDigests(paperId);
  if (!found) throw new Error(t('card.gone'));
  const { id } = found.paper;
  try {
    const done = t(key);
    await changeAndReport(() => write(id), { paperId: id, tabId, done, already: done });
  } catch (error) {
    throw new Error(whyNotWritten(error, undone));
  }
}

/** How a change is made, and how its success and its failure are reported. */
interface HowToChange {
  write(paperId: PaperId): Promise<JournalRecord | undefined>;
  done: PlainKey;
  undone: 'saved' | 'removed' | 'undone' | 'changed';
}

/** Returns no journal record: an undo can't be undone. */
async function bringBack(paperId: PaperId): Promise<undefined> {
  await bringBackPaper(paperId);
}

const toStatus = (status: ReadingStatus, done: PlainKey): HowToChange => ({
  write: (paperId) => setStatus([paperId], status),
  done,
  undone: 'changed',
});

const changes: Record<CardChange, HowToChange> = {
  save: { write: (paperId) => savePaper(paperId), done: 'toolbar.saved', undone: 'saved' },
  remove: { write: (paperId) => removePaper(paperId), done: 'toolbar.removed', undone: 'removed' },
  'bring-back': { write: bringBack, done: 'toolbar.broughtBack', undone: 'undone' },
  'to-read': toStatus('to-read', 'toolbar.markedToRead'),
  reading: toStatus('reading', 'toolbar.markedReading'),
  read: toStatus('read', 'toolbar.markedRead'),
};
