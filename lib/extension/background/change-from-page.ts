/**
 * Changes of the reading list that the reader makes on a web page: by a card, a shortcut, or the
 * menu. The toolbar button reports them, and the extension page that opens next offers to undo
 * them. So no change goes unnoticed, even if a page tricks the reader.
 */
import type { PaperId } from '../../core/model/paper.ts';
import { titleOf } from '../../db/catalogue.ts';
import type { JournalRecord } from '../../db/database.ts';
import { t } from '../../words/words.ts';
import { savePendingUndo } from '../browser/pending-undo.ts';
import { showOnButton } from './badge.ts';

/** What the toolbar button reports, in the tab in which a change was made. */
export interface Report {
  paperId: PaperId;
  tabId: number | undefined;
  /** "Saved", after a change. */
  done: string;
  /** "Saved already", if there was nothing to do. */
  already: string;
}

/**
 * Makes a change by a function of lib/db, and reports it when it is on disk. Throws if it can't be
 * written.
 */
export async function changeAndReport(write: () => Promise<JournalRecord | undefined>, report: Report): Promise<void> {
  const made = await write();
  if (made) await savePendingUndo(made.id);
  const title = t('toolbar.told', {
    what: made ? report.done : report.already,
    title: (await titleOf(report.paperId)) ?? '',
  });
  // The tab may be gone.
  if (report.tabId !== undefined) await showOnButton(report.tabId, '✓', title).catch(() => {});
}
