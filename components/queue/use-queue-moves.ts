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

/** Moves papers of the reading list manually. */
export interface QueueMoves {
  /** A sentence about the latest move. */
  message: string;
  by(moving: ReadonlySet<PaperId>, step: 1 | -1): void;
  /** Before this row, or after the last one. */
  to(moving: ReadonlySet<PaperId>, before: number): void;
}

/** Moves papers of a view. Moves are queued: each starts from what the previous one has written. */
export function useQueueMoves(view: QueueView, titles: Titles, show: (toast: Toast) => void): QueueMoves {
  const last = useRef(Promise.resolve());
  const [message, setMessage] = useState('');
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
        setMessage(t('list.movedTo', { place: formatNumber(move.place), n: formatNumber(ids.length) }));
      } catch (error) {
        show({ text: whyNotWritten(error, 'changed'), tone: 'error' });
      }
    });
  };
  return {
    message,
    by: (moving, step) => move((all, rows) => moveBy(all, rows, moving, step)),
    to: (moving, before) => move((all, rows) => moveTo(all, rows, moving, before)),
  };
}
