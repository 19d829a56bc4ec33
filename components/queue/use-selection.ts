import { useRef, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/core/model/paper.ts';

/** A selection of papers of a list. */
export interface Selection {
  /** Only papers that the list shows. */
  selected: ReadonlySet<PaperId>;
  /** Selects or deselects a paper. */
  toggle(paperId: PaperId): void;
  /** Selects all from the one selected last, or else `from`, to this one. */
  extend(paperId: PaperId, from: PaperId): void;
  all(): void;
  clear(): void;
}

/** A selection of the papers of the list `rows`. */
export function useSelection(rows: readonly PaperId[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<PaperId>>(new Set());
  const anchor = useRef<PaperId | undefined>(undefined);
  const selected = new Set(rows.filter((id) => chosen.has(id)));
  return {
    selected,
    toggle: (paperId) => {
      const next = new Set(selected);
      if (!next.delete(paperId)) next.add(paperId);
      anchor.current = paperId;
      setChosen(next);
    },
    extend: (paperId, from) => {
      if (anchor.current === undefined || !rows.includes(anchor.current)) anchor.current = from;
      const ends = [rows.indexOf(anchor.current), rows.indexOf(paperId)].sort((a, b) => a - b) as [number, number];
      setChosen(new Set(rows.slice(ends[0], ends[1] + 1)));
    },
    all: () => setChosen(new Set(rows)),
    clear: () => {
      anchor.current = undefined;
      setChosen(new Set());
    },
  };
}
