import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListedPaper } from '../../lib/core/model/paper.ts';

/** The paper that is open in a panel, if any. */
export interface Details {
  opened: { paper: ListedPaper; words: readonly string[] } | undefined;
  /** Opens a paper; `words` answered a query. */
  open(paper: ListedPaper, words?: readonly string[]): void;
  /** Closes it; the focus goes back to where it was. */
  close(): void;
}

/** Opening a paper over a list, and coming back to the same place. */
export function useDetails(): Details {
  const [opened, setOpened] = useState<Details['opened']>();
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    // Only now is the list no longer inert and can take the focus.
    if (!opened && opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
  }, [opened]);
  return {
    opened,
    open: (paper, words = []) => {
      opener.current = document.activeElement;
      setOpened({ paper, words });
    },
    close: () => setOpened(undefined),
  };
}
