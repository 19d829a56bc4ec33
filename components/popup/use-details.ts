import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListedPaper } from '../../lib/core/model/paper.ts';

/** The open paper of a panel, if any. */
export interface Details {
  opened: { paper: ListedPaper; words: readonly string[] } | undefined;
  /** Opens a paper; `words` are highlighted. */
  open(paper: ListedPaper, words?: readonly string[]): void;
  /** Closes it; the focus returns to where it was. */
  close(): void;
}

/** Opens a paper over a list, and returns to the same place. */
export function useDetails(): Details {
  const [opened, setOpened] = useState<Details['opened']>();
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    // The list is no longer inert only now.
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
