import type { Ref } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../ui/icon.tsx';

const TOLD_MS = 2000;

interface CopyButtonProps {
  /** The text, or what makes it when it is wanted. */
  text: string | (() => Promise<string>);
  label: string;
  button?: Ref<HTMLButtonElement | null>;
}

/** Copies a text to the clipboard and says whether it did. */
export function CopyButton({ text, label, button }: CopyButtonProps) {
  const [told, setTold] = useState<string>();
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(undefined), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(typeof text === 'string' ? text : await text());
      setTold(t('shared.copied'));
    } catch {
      setTold(t('shared.notCopied'));
    }
  };
  return (
    <button ref={button ?? null} type="button" class="quiet" onClick={() => void copy()}>
      <Icon name="copy" />
      <span aria-live="polite">{told ?? label}</span>
    </button>
  );
}
