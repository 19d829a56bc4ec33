import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { type Shortcut, shown } from './keys.ts';
import { type Surface, shortcuts } from './shortcuts.ts';
import '../styles/keys-help.css';

/** What opens the help says of it. */
export interface KeysHelpProps {
  surfaces: readonly Surface[];
  /** The dialog is closed; the focus is where it was before. */
  onClose(): void;
}

const titles: Record<Surface, string> = {
  search: 'Search',
  saved: 'Reading list',
  page: 'This page',
  paper: 'A paper that is open',
  library: 'Library',
  queue: 'Reading list',
  writing: 'Notes and tags',
};

/** All keys of some surfaces, in a dialog. */
export function KeysHelp({ surfaces, onClose }: KeysHelpProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const close = (): void => dialog.current?.close();
  const onKeyDown = (event: KeyboardEvent): void => {
    // The keys of the page behind mean nothing here.
    event.stopPropagation();
    // Where Escape closes the popup itself (Firefox), two others lead back.
    if (event.key !== '?' && event.key !== 'ArrowLeft' && event.key !== 'Escape') return;
    event.preventDefault();
    if (!event.repeat) close();
  };
  return (
    <dialog ref={dialog} class="keys-help" aria-labelledby={titleId} onClose={onClose} onKeyDown={onKeyDown}>
      <header class="keys-help-header">
        <h2 id={titleId}>Keys</h2>
        <button type="button" class="quiet" aria-label="Close" onClick={close}>
          <Icon name="clear" />
        </button>
      </header>
      {surfaces.map((surface) => (
        <section key={surface}>
          <h3>{titles[surface]}</h3>
          <dl>
            {shortcuts[surface].map((shortcut: Shortcut) => (
              <div key={shortcut.does}>
                <dt>
                  {shortcut.keys.map((key) => (
                    <kbd key={key}>{shown(key)}</kbd>
                  ))}
                </dt>
                <dd>{shortcut.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p>
        Keys that work on web pages are listed in the settings.{' '}
        <a href="welcome.html" target="_blank" rel="noopener">
          First steps
        </a>
      </p>
    </dialog>
  );
}
