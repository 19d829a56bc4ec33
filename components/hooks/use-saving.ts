import { useRef } from 'preact/hooks';
import type { Paper, PaperId } from '../../lib/core/paper.ts';
import { whyNotWritten } from '../../lib/db/failures.ts';
import { removePaper, restoreEntry, savePaper } from '../../lib/db/reading-list.ts';
import type { Toast } from './use-toast.ts';

/** What the reader can do to the reading list. */
export interface Saving {
  /** Saves a paper, or removes a saved one. */
  toggle(paper: Paper): void;
  /** Takes the latest change back; false when there is none. */
  undo(): boolean;
}

interface Change {
  takeBack(): Promise<unknown>;
  /** What is so after it was taken back. */
  after: string;
}

/** Saving and removing with undo. Each notice tells of a write that is on disk; a failed one tells so and changes nothing. */
export function useSaving(saved: ReadonlySet<PaperId>, show: (toast: Toast) => void): Saving {
  const changes = useRef<Change[]>([]);
  const busy = useRef(new Set<PaperId>());

  const undo = (): boolean => {
    const change = changes.current.pop();
    if (!change) return false;
    const retry = (): void => {
      changes.current.push(change);
      undo();
    };
    change.takeBack().then(
      () => show({ text: change.after, tone: 'note' }),
      (error) =>
        show({ text: whyNotWritten(error, 'undone'), tone: 'error', action: { label: 'Try again', run: retry } }),
    );
    return true;
  };

  const confirm = (text: string, change: Change): void => {
    changes.current.push(change);
    show({ text, tone: 'note', action: { label: 'Undo', run: undo } });
  };

  const save = async ({ id, title }: Paper): Promise<void> => {
    await savePaper(id);
    confirm(`Saved “${title}”.`, { takeBack: () => removePaper(id), after: `Removed “${title}” again.` });
  };

  const remove = async ({ id, title }: Paper): Promise<void> => {
    const entry = await removePaper(id);
    if (!entry) return;
    confirm(`Removed “${title}”.`, {
      takeBack: () => restoreEntry(entry),
      after: `“${title}” is back on the reading list.`,
    });
  };

  const toggle = async (paper: Paper): Promise<void> => {
    // A second click while the first is being written would act on what is not true any more.
    if (busy.current.has(paper.id)) return;
    busy.current.add(paper.id);
    const isSaved = saved.has(paper.id);
    try {
      await (isSaved ? remove(paper) : save(paper));
    } catch (error) {
      const text = whyNotWritten(error, isSaved ? 'removed' : 'saved');
      show({ text, tone: 'error', action: { label: 'Try again', run: () => void toggle(paper) } });
    } finally {
      busy.current.delete(paper.id);
    }
  };

  return { toggle, undo };
}
