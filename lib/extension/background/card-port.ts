/** What the background tells a card, and does for it. */
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
import { changeAndTell } from './change-from-page.ts';
import { isContentScript, isMarkedIn } from './sender.ts';

/** Papers of one title that a card has room for, besides the first. */
const MAX_OTHERS = 5;
/** Characters of the abstract that a card has room for. */
const ABSTRACT = 420;

/**
 * Tells every card about its paper, and again when something changes, until the card closes. Call
 * once, before anything is awaited.
 */
export function answerCards(): void {
  browser.runtime.onConnect.addListener((port) => {
    if (!port.name.startsWith(CARD_PORT)) return;
    const closed = new AbortController();
    const tell = (message: ToCard): void => {
      if (!closed.signal.aborted) port.postMessage(message);
    };
    const failed = (error: unknown): void => tell({ ok: false, error: whyNotOpened(error) });
    port.onDisconnect.addListener(() => closed.abort());
    const paperId = port.name.slice(CARD_PORT.length);
    const watcher = {
      answered: (paper: CardPaper | undefined) =>
        tell(paper ? { ok: true, value: paper } : { ok: false, error: t('card.gone') }),
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
    abstract: excerpt(abstract, [], ABSTRACT)
      .map(({ text }) => text)
      .join(''),
    digests: newestFirst(found.digests).map(digestName),
    codeLinks,
    others: (await papersLike(found.paper)).slice(0, MAX_OTHERS).map(bylineOf),
    kept: entry ? { status: entry.status, hasNote: entry.note.trim() !== '' } : null,
  };
}

/**
 * Changes the reading list for a card in a tab; resolves when that is on disk. Throws with a
 * sentence about why it is not.
 */
export async function changeFromCard(paperId: PaperId, change: CardChange, tabId: number): Promise<void> {
  const { write, done: key, undone } = changes[change];
  const found = await paperWithDigests(paperId);
  if (!found) throw new Error(t('card.gone'));
  const { id } = found.paper;
  try {
    const done = t(key);
    await changeAndTell(() => write(id), { paperId: id, tabId, done, already: done });
  } catch (error) {
    throw new Error(whyNotWritten(error, undone));
  }
}

/** How a change is made, what it is called when it is, and what was not done when it fails. */
interface HowToChange {
  write(paperId: PaperId): Promise<JournalRecord | undefined>;
  done: PlainKey;
  undone: 'saved' | 'removed' | 'undone' | 'changed';
}

/** An undo leaves nothing to undo. */
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
