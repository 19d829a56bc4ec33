import { useRef, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/core/model/paper.ts';
import { movePapers } from '../../lib/db/entry-changes.ts';
import { readingList } from '../../lib/db/reading-list.ts';
import { whyNotWritten } from '../../lib/extension/browser/failure-words.ts';
import type { QueueView } from '../../lib/extension/browser/queue-view.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import type { Toast } from '../ui/use-toast.ts';
import { type Move, moveBy, moveTo, queueRows, type Titles } from './queue-rows.ts';

/** Moving papers of the reading list by hand. */
export interface QueueMoves {
  /** What was moved where, in words. */
  said: string;
  by(moving: ReadonlySet<PaperId>, step: 1 | -1): void;
  /** Before the row with this number, or behind the last one. */
  to(moving: ReadonlySet<PaperId>, before: number): void;
}

/**
 * Moves papers of a view, one move after the other: each begins from what the one before has put on
 * disk.
 */
export function useQueueMoves(view: QueueView, titles: Titles, show: (toast: Toast) => void): QueueMoves {
  const last = useRef(Promise.resolve());
  const [said, setSaid] = useState('');
  const move = (decide: (all: PaperId[], rows: PaperId[]) => Move | undefined): void => {
    last.current = last.current.then(async () => {
      try {
        const all = await readingList();
        const ids = queueRows(all, titles, view).rows.map(({ paperId }) => paperId);
        const move = decide(
          all.map(({ paperId }) => paperId),
          ids,
        );
        if (!move) return;
        await movePapers(move.paperIds, move.above);
        setSaid(t('list.movedTo', { place: formatNumber(move.place), n: formatNumber(ids.length) }));
      } catch (error) {
        show({ text: whyNotWritten(error, 'changed'), tone: 'error' });
      }
    });
  };
  return {
    said,
    by: (moving, step) => move((all, rows) => moveBy(all, rows, moving, step)),
    to: (moving, before) => move((all, rows) => moveTo(all, rows, moving, before)),
  };
}
