/** What the background tells a card, and does for it. */
import { browser } from 'wxt/browser';
import { digestLabel } from '../core/digest-label.ts';
import { newestFirst } from '../core/digest-order.ts';
import { excerpt } from '../core/excerpt.ts';
import type { PaperId } from '../core/paper.ts';
import { paperWithDigests } from '../db/catalogue.ts';
import { entryOf } from '../db/entries.ts';
import { setStatus } from '../db/entry-changes.ts';
import { whyNotOpened, whyNotWritten } from '../db/failures.ts';
import { bringBackPaper, removePaper, savePaper } from '../db/reading-list.ts';
import { openDatabase, watch } from '../db/watch.ts';
import type { CardChange, CardPaper } from '../page/card/line.ts';
import { CARD_PORT, type ChangeAnswer, type FromCard, type PortToCard } from './messages.ts';

/** Characters of the abstract that a card has room for. */
const ABSTRACT = 420;

const GONE = 'This paper is not in the catalogue any more.';

/** Tells every card about its paper, and again when something changes, until the card closes. Call once, before anything is awaited. */
export function answerCards(): void {
  browser.runtime.onConnect.addListener((port) => {
    if (!port.name.startsWith(CARD_PORT)) return;
    const closed = new AbortController();
    const tell = (message: PortToCard): void => {
      if (!closed.signal.aborted) port.postMessage(message);
    };
    const failed = (error: unknown): void => tell({ type: 'background/failed', why: whyNotOpened(error) });
    port.onDisconnect.addListener(() => closed.abort());
    const paperId = port.name.slice(CARD_PORT.length);
    const watcher = {
      answered: (paper: CardPaper | undefined) =>
        tell(paper ? { type: 'background/paper', paper } : { type: 'background/failed', why: GONE }),
      failed,
    };
    openDatabase().then(() => watch(() => cardPaper(paperId), watcher, closed.signal), failed);
  });
}

async function cardPaper(paperId: PaperId): Promise<CardPaper | undefined> {
  const found = await paperWithDigests(paperId);
  if (!found) return undefined;
  const entry = await entryOf(paperId);
  const { title, abstract, codeLinks } = found.paper;
  return {
    title,
    abstract: excerpt(abstract, [], ABSTRACT)
      .map(({ text }) => text)
      .join(''),
    digests: newestFirst(found.digests).map(digestLabel),
    codeLinks,
    kept: entry ? { status: entry.status, note: entry.note } : null,
  };
}

/** Changes the reading list for a card; resolves when that is on disk, or with the reason why not. */
export async function changeFromCard({ paperId, change }: FromCard): Promise<ChangeAnswer> {
  try {
    if (!(await paperWithDigests(paperId))) return { ok: false, error: GONE };
    await changes[change](paperId);
    return { ok: true };
  } catch (error) {
    return { ok: false, error: whyNotWritten(error, undone[change]) };
  }
}

const changes: Record<CardChange, (paperId: PaperId) => Promise<unknown>> = {
  save: (paperId) => savePaper(paperId),
  remove: (paperId) => removePaper(paperId),
  'bring-back': (paperId) => bringBackPaper(paperId),
  'to-read': (paperId) => setStatus([paperId], 'to-read'),
  reading: (paperId) => setStatus([paperId], 'reading'),
  read: (paperId) => setStatus([paperId], 'read'),
};

const undone = {
  save: 'saved',
  remove: 'removed',
  'bring-back': 'undone',
  'to-read': 'changed',
  reading: 'changed',
  read: 'changed',
} as const;
