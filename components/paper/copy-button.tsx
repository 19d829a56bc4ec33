import type { Ref } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../ui/icon.tsx';

const MESSAGE_MS = 2000;

interface CopyButtonProps {
  /** The text, or a function that makes it. */
  text: string | (() => Promise<string>);
  label: string;
  button?: Ref<HTMLButtonElement | null>;
}

/** Copies a text to the clipboard and reports the outcome. */
export function CopyButton({ text, label, button }: CopyButtonProps) {
  const [message, setMessage] = useState<string>();
  useEffect(() => {
    if (!message) return;
    const timer = setTimeout(() => setMessage(undefined), MESSAGE_MS);
    return () => clearTimeout(timer);
  }, [message]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
      setMessage(t('shared.copied'));
    } catch {
      setMessage(t('shared.notCopied'));
    }
  };
  return (
    <button ref={button ?? null} type="button" class="quiet" onClick={() => void copy()}>
      <Icon name="copy" />
      <span aria-live="polite">{message ?? label}</span>
    </button>
  );
}
