/**
 * Changes of the reading list that the reader makes on a web page: by a card, a key, or the menu.
 * The toolbar button says what was done, and the page of the extension that opens next offers to
 * undo it. So nothing is changed unseen, whatever a page has had pressed.
 */
import type { PaperId } from '../../core/model/paper.ts';
import { titleOf } from '../../db/catalogue.ts';
import type { JournalRecord } from '../../db/database.ts';
import { t } from '../../words/words.ts';
import { keepUntold } from '../browser/untold-change.ts';
import { tellOnButton } from './badge.ts';

/** What is said on the button of the tab in which a change was made. */
export interface Said {
  paperId: PaperId;
  tabId: number | undefined;
  /** "Saved", when it was. */
  done: string;
  /** "Saved already", when there was nothing to do. */
  already: string;
}

/**
 * Makes a change by a function of lib/db, and tells of it when it is on disk. Throws if it can't be
 * written.
 */
export async function changeAndTell(write: () => Promise<JournalRecord | undefined>, said: Said): Promise<void> {
  const made = await write();
  if (made) await keepUntold(made.id);
  const title = t('toolbar.told', {
    what: made ? said.done : said.already,
    title: (await titleOf(said.paperId)) ?? '',
  });
  // The tab may be gone by now.
  if (said.tabId !== undefined) await tellOnButton(said.tabId, '✓', title).catch(() => {});
}
