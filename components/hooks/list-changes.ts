/**
 * Changes of the reading list, each with a toast. Loaded after the first frame, before which
 * nothing can be changed.
 */

import type { Paper } from '../../lib/core/model/paper.ts';
import { titleOf } from '../../lib/db/catalogue.ts';
import type { JournalRecord } from '../../lib/db/database.ts';
import { undo, undoable } from '../../lib/db/journal.ts';
import { removePaper, savePaper } from '../../lib/db/reading-list.ts';
import { whyNotWritten } from '../../lib/extension/browser/failure-words.ts';
import { clearPendingUndo, pendingUndo } from '../../lib/extension/browser/pending-undo.ts';
import { t } from '../../lib/words/words.ts';
import type { Toast } from '../ui/use-toast.ts';
import { whileVisible } from '../ui/visible.ts';
import { doneSentence, undoneSentence } from './change-sentences.ts';

/** What was not done if a write fails. */
export type Failing = 'saved' | 'removed' | 'changed';

/**
 * Makes a change by a function of lib/db; resolves with its journal record, or undefined if nothing
 * changed.
 */
export type WriteChange = () => Promise<JournalRecord | undefined>;

type Show = (toast: Toast) => void;

/** An older change from a web page is not reported any more. */
const MAX_PENDING_AGE_MS = 3_600_000;

/** The latest change by any part of the extension that can be undone; null for none. */
export async function latestChange(): Promise<JournalRecord | null> {
  return (await undoable(undefined, 1))[0] ?? null;
}

/** Saves a paper, or removes a saved one. */
export async function toggleSaved({ id }: Pick<Paper, 'id'>, isSaved: boolean, show: Show): Promise<void> {
  await (isSaved
    ? applyAndNotify(() => removePaper(id), 'removed', show)
    : applyAndNotify(() => savePaper(id), 'saved', show));
}

/**
 * Makes a change and shows a toast: what was done, with Undo, once it is on disk, or why it failed.
 */
export async function applyAndNotify(write: WriteChange, what: Failing, show: Show): Promise<void> {
  try {
    const made = await write();
    if (!made) return;
    const text = doneSentence(made, await onlyTitleOf(made));
    show({ text, tone: 'note', action: { label: t('shared.undo'), run: () => void undoAndNotify(made.id, show) } });
  } catch (error) {
    const action = { label: t('shared.tryAgain'), run: () => void applyAndNotify(write, what, show) };
    show({ text: whyNotWritten(error, what), tone: 'error', action });
  }
}

/**
 * Shows a toast with Undo for a recent change from a web page, if it is the latest and not yet
 * reported. Waits until this page is visible.
 */
export async function offerPendingUndo(show: Show): Promise<void> {
  await visible();
  const id = await pendingUndo();
  if (id === undefined) return;
  const latest = await latestChange();
  if (latest?.id === id && Date.now() - latest.at <= MAX_PENDING_AGE_MS) {
    const action = { label: t('shared.undo'), run: () => void undoAndNotify(id, show) };
    show({ text: doneSentence(latest, await onlyTitleOf(latest)), tone: 'note', action });
  }
  await clearPendingUndo();
}

/** Undoes the change of this id, or the latest one, and shows a toast with Redo. */
export async function undoAndNotify(id: number | undefined, show: Show): Promise<void> {
  try {
    const undone = await undo(id);
    if (!undone) return;
    const redo = (): void => void applyAndNotify(async () => (await undo(undone.made.id))?.made, 'changed', show);
    const text = undoneSentence(undone.change, await onlyTitleOf(undone.change));
    show({ text, tone: 'note', action: { label: t('shared.redo'), run: redo } });
  } catch (error) {
    const action = { label: t('shared.tryAgain'), run: () => void undoAndNotify(id, show) };
    show({ text: whyNotWritten(error, 'undone'), tone: 'error', action });
  }
}

/** The title of the paper that a change is about, if it is about a single catalogued one. */
async function onlyTitleOf({ entries }: JournalRecord): Promise<string | undefined> {
  const [only, ...others] = entries;
  return only && others.length === 0 ? titleOf(only.after.paperId) : undefined;
}

/** Resolves when the page is visible: at once, later, or never. */
function visible(): Promise<void> {
  return new Promise((done) => {
    const stop = whileVisible(() => {
      queueMicrotask(() => stop());
      done();
      return () => {};
    });
  });
}
