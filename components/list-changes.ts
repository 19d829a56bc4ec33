/** Changing the reading list, and saying what was done. Loaded when the first frame is there: nobody can change anything before. */
import type { Paper } from '../lib/core/paper.ts';
import { titleOf } from '../lib/db/catalogue.ts';
import type { JournalRecord } from '../lib/db/database.ts';
import { whyNotWritten } from '../lib/db/failures.ts';
import { undo, undoable } from '../lib/db/journal.ts';
import { removePaper, savePaper } from '../lib/db/reading-list.ts';
import { whatIsAgain, whatWasDone } from './change-sentences.ts';
import type { Toast } from './hooks/use-toast.ts';

/** What was not done when a write fails. */
export type Failing = 'saved' | 'removed' | 'changed';

type Show = (toast: Toast) => void;

/** The latest change that can be taken back, whichever part of the extension made it; null for none. */
export async function latestChange(): Promise<JournalRecord | null> {
  return (await undoable(undefined, 1))[0] ?? null;
}

/** Saves a paper, or removes a saved one. */
export async function toggleSaved({ id }: Paper, isSaved: boolean, show: Show): Promise<void> {
  await (isSaved ? make(() => removePaper(id), 'removed', show) : make(() => savePaper(id), 'saved', show));
}

/** Makes a change; tells when it is on disk, with a way to undo it, or why it is not. */
export async function make(write: () => Promise<void>, what: Failing, show: Show): Promise<void> {
  try {
    const before = await latestChange();
    await write();
    const made = await latestChange();
    if (!made || (made.id === before?.id && made.at === before.at)) return;
    const text = whatWasDone(made, await onlyTitleOf(made));
    show({ text, tone: 'note', action: { label: 'Undo', run: () => void takeBack(made.id, show) } });
  } catch (error) {
    const action = { label: 'Try again', run: () => void make(write, what, show) };
    show({ text: whyNotWritten(error, what), tone: 'error', action });
  }
}

/** Takes a change back, or the latest one. */
export async function takeBack(id: number | undefined, show: Show): Promise<void> {
  try {
    const undone = await undo(id);
    if (!undone) return;
    const redo = (): void => void make(async () => void (await undo(undone.redo)), 'changed', show);
    const text = whatIsAgain(undone.change, await onlyTitleOf(undone.change));
    show({ text, tone: 'note', action: { label: 'Redo', run: redo } });
  } catch (error) {
    const action = { label: 'Try again', run: () => void takeBack(id, show) };
    show({ text: whyNotWritten(error, 'undone'), tone: 'error', action });
  }
}

/** The title of the paper that a change is about, if it is about one that is known. */
async function onlyTitleOf({ entries }: JournalRecord): Promise<string | undefined> {
  const [only, ...others] = entries;
  return only && others.length === 0 ? titleOf(only.after.paperId) : undefined;
}
