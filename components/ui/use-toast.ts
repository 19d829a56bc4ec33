import { useCallback, useEffect, useState } from 'preact/hooks';
import { whileVisible } from './visible.ts';

/** A short notice about what has just happened. */
export interface Toast {
  text: string;
  tone: 'note' | 'error';
  action?: { label: string; run(): void };
}

/** The notice on show, and what can be done with it. */
export interface Toasts {
  toast: Toast | undefined;
  show(toast: Toast): void;
  dismiss(): void;
  /** Keeps the notice as long as the reader points at it or is in it. */
  hold(held: boolean): void;
}

const SHOWN_MS = 8000;

/**
 * One notice at a time; a newer one takes its place. Errors stay until they are dismissed, and time
 * in which the page can't be seen does not count.
 */
export function useToast(): Toasts {
  const [toast, setToast] = useState<Toast>();
  const [held, setHeld] = useState(false);
  const dismiss = useCallback(() => {
    setToast(undefined);
    setHeld(false);
  }, []);
  useEffect(() => {
    if (!toast || held || toast.tone === 'error') return;
    return whileVisible(() => {
      const timer = setTimeout(dismiss, SHOWN_MS);
      return () => clearTimeout(timer);
    });
  }, [toast, held, dismiss]);
  return { toast, show: setToast, dismiss, hold: setHeld };
}
