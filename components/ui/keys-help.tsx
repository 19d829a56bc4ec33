import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/words/words.ts';
import { Icon } from './icon.tsx';
import { type Shortcut, shown } from './keys.ts';
import { type Surface, shortcuts } from './shortcuts.ts';
import '../styles/keys-help.css';

/** The props of the help. */
export interface KeysHelpProps {
  surfaces: readonly Surface[];
  /** Called when the dialog has closed; the focus is back where it was. */
  onClose(): void;
}

const titles = {
  search: 'shared.search',
  saved: 'shared.readingList',
  page: 'shared.thisPage',
  paper: 'keys.paper',
  library: 'shared.library',
  queue: 'shared.readingList',
  writing: 'keys.writing',
} as const satisfies Record<Surface, string>;

/** A dialog with all keys of some surfaces. */
export function KeysHelp({ surfaces, onClose }: KeysHelpProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = (): void => dialog.current?.close();
  const onKeyDown = (event: KeyboardEvent): void => {
    // The shortcuts of the page behind must not run.
    event.stopPropagation();
    // In Firefox, Escape closes the popup itself, so there are two other keys.
    if (event.key !== '?' && event.key !== 'ArrowLeft' && event.key !== 'Escape') return;
    event.preventDefault();
    if (!event.repeat) close();
  };
  return (
    <dialog ref={dialog} class="keys-help" aria-labelledby={titleId} onClose={onClose} onKeyDown={onKeyDown}>
      <header class="keys-help-header">
        <h2 id={titleId}>{t('shared.keys')}</h2>
        <button type="button" class="quiet" aria-label={t('shared.close')} onClick={close}>
          <Icon name="clear" />
        </button>
      </header>
      {surfaces.map((surface) => (
        <section key={surface}>
          <h3>{t(titles[surface])}</h3>
          <dl>
            {shortcuts[surface].map((shortcut: Shortcut) => (
              <div key={shortcut.does}>
                <dt>
                  {shortcut.keys.map((key) => (
                    <kbd key={key}>{shown(key)}</kbd>
                  ))}
                </dt>
                <dd>{t(shortcut.does)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p>
        {t('keys.onPages')}{' '}
        <a href="welcome.html" target="_blank" rel="noopener">
          {t('keys.firstSteps')}
        </a>
      </p>
    </dialog>
  );
}
