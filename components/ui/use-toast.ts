import { useCallback, useEffect, useState } from 'preact/hooks';
import { whileVisible } from './visible.ts';

/** A short notice about what has just happened. */
export interface Toast {
  text: string;
  tone: 'note' | 'error';
  action?: { label: string; run(): void };
}

/** The current notice and its actions. */
export interface Toasts {
  toast: Toast | undefined;
  show(toast: Toast): void;
  dismiss(): void;
  /** Keeps the notice while the pointer or the focus is in it. */
  hold(held: boolean): void;
}

const TOAST_MS = 8000;

/**
 * One notice at a time; a newer one replaces it. Errors stay until dismissed, and time while the
 * page is hidden does not count.
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
      const timer = setTimeout(dismiss, TOAST_MS);
      return () => clearTimeout(timer);
    });
  }, [toast, held, dismiss]);
  return { toast, show: setToast, dismiss, hold: setHeld };
}
