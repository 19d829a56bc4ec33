import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';

const TOLD_MS = 2000;

/** Copies a text to the clipboard and says whether it did. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [told, setTold] = useState<string>();
  useEffect(() => {
    if (!told) return;
    const timer = setTimeout(() => setTold(undefined), TOLD_MS);
    return () => clearTimeout(timer);
  }, [told]);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setTold('Copied'),
      () => setTold('Not copied'),
    );
  };
  return (
    <button type="button" class="quiet" onClick={copy}>
      <Icon name="copy" />
      <span aria-live="polite">{told ?? label}</span>
    </button>
  );
}
