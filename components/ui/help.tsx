import { type ComponentChildren, createContext, type FunctionComponent } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { t } from '../../lib/words/words.ts';
import type { KeysHelpProps } from './keys-help.tsx';
import type { Surface } from './shortcuts.ts';

/** Opens the help. */
export const Help = createContext((): void => {});

/** A button that shows all keys. */
export function HelpButton() {
  const open = useContext(Help);
  return (
    <button
      type="button"
      class="help-button"
      title={t('shared.keys')}
      aria-label={t('shared.keys')}
      aria-haspopup="dialog"
      onClick={open}
    >
      ?
    </button>
  );
}

/** The help of a page, loaded on demand: a function to open it, and the dialog while it is open. */
export function useHelp(surfaces: readonly Surface[]): { open(): void; dialog: ComponentChildren } {
  const [View, setView] = useState<FunctionComponent<KeysHelpProps>>();
  const [isOpen, setOpen] = useState(false);
  const open = (): void => {
    setOpen(true);
    // Wrapped, since setState would call a function.
    void import('./keys-help.tsx').then(({ KeysHelp }) => setView(() => KeysHelp));
  };
  return { open, dialog: isOpen && View && <View surfaces={surfaces} onClose={() => setOpen(false)} /> };
}
