import { useRef } from 'preact/hooks';
import type { Paper, PaperId } from '../../lib/core/paper.ts';
import { titleOf } from '../../lib/db/catalogue.ts';
import type { JournalRecord } from '../../lib/db/database.ts';
import { whyNotWritten } from '../../lib/db/failures.ts';
import { undo as takeBack, undoable } from '../../lib/db/journal.ts';
import { removePaper, savePaper } from '../../lib/db/reading-list.ts';
import { whatIsAgain, whatWasDone } from '../change-sentences.ts';
import type { Toast } from './use-toast.ts';
import { useWatched } from './use-watched.ts';

/** What the reader can do to the reading list. */
export interface Saving {
  /** Saves a paper, or removes a saved one. */
  toggle(paper: Paper): void;
  /** Makes a change by a function of lib/db/reading-list.ts; tells when it is on disk, or why it is not. `what` was not done then. */
  change(write: () => Promise<void>, what?: 'saved' | 'removed' | 'changed'): Promise<void>;
  /** Takes a change back, or the latest one, whichever part of the extension made it; false when there is none. */
  undo(id?: number): boolean;
}

/** Changing the reading list, with undo. Each notice tells of a write that is on disk; a failed one tells so and changes nothing. */
export function useSaving(saved: ReadonlySet<PaperId>, show: (toast: Toast) => void): Saving {
  const busy = useRef(new Set<PaperId>());
  const latest = useWatched(async () => (await undoable(undefined, 1))[0] ?? null).answer;

  const undo = async (id: number | undefined): Promise<void> => {
    try {
      const undone = await takeBack(id);
      if (!undone) return;
      const text = whatIsAgain(undone.change, await onlyTitleOf(undone.change));
      show({ text, tone: 'note', action: { label: 'Redo', run: () => void redo(undone.redo) } });
    } catch (error) {
      const action = { label: 'Try again', run: () => void undo(id) };
      show({ text: whyNotWritten(error, 'undone'), tone: 'error', action });
    }
  };

  const redo = async (id: number): Promise<void> => {
    await change(async () => void (await takeBack(id)), 'changed');
  };

  const change: Saving['change'] = async (write, what = 'changed') => {
    try {
      const [before] = await undoable(undefined, 1);
      await write();
      const [made] = await undoable(undefined, 1);
      if (!made || (made.id === before?.id && made.at === before.at)) return;
      const text = whatWasDone(made, await onlyTitleOf(made));
      show({ text, tone: 'note', action: { label: 'Undo', run: () => void undo(made.id) } });
    } catch (error) {
      const action = { label: 'Try again', run: () => void change(write, what) };
      show({ text: whyNotWritten(error, what), tone: 'error', action });
    }
  };

  const toggle = async ({ id }: Paper): Promise<void> => {
    // A second click while the first is being written would act on what is not true any more.
    if (busy.current.has(id)) return;
    busy.current.add(id);
    await (saved.has(id) ? change(() => removePaper(id), 'removed') : change(() => savePaper(id), 'saved'));
    busy.current.delete(id);
  };

  return {
    toggle: (paper) => void toggle(paper),
    change,
    undo: (id) => {
      if (latest) void undo(id);
      return Boolean(latest);
    },
  };
}

/** The title of the paper that a change is about, if it is about one that is known. */
async function onlyTitleOf({ entries }: JournalRecord): Promise<string | undefined> {
  const [only, ...others] = entries;
  return only && others.length === 0 ? titleOf(only.after.paperId) : undefined;
}
