import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { undoImport } from '../../lib/db/imports.ts';
import type { Added, PageToImport } from '../../lib/import/protocol.ts';
import { formatDate } from '../../lib/words/dates.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import '../styles/dialog.css';
import '../styles/import.css';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Toast } from '../ui/use-toast.ts';
import { whyNotAdded } from './import-sentences.ts';
import { PreviewForm } from './preview-form.tsx';
import { useImport } from './use-import.ts';

interface AddPapersDialogProps {
  /** What to read at once: dropped files, a pasted text, or a page. */
  files?: readonly (File | Promise<File | PageToImport>)[] | undefined;
  show(toast: Toast): void;
  onClose(): void;
}

/**
 * Imports papers from files, pasted text or a page: reads them, previews the effect, and adds them
 * as one source.
 */
export function AddPapersDialog({ files, show, onClose }: AddPapersDialogProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = (): void => dialog.current?.close();
  const { state, session } = useImport(files, (added) => {
    show(toastFor(added, show));
    close();
  });
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const { stage } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stage removes the focused element
  useLayoutEffect(() => {
    if (!dialog.current?.contains(document.activeElement)) dialog.current?.focus();
  }, [stage]);
  return (
    // The shortcuts of the page behind must not run.
    <dialog
      ref={dialog}
      class="dialog import"
      aria-labelledby={id}
      tabIndex={-1}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header class="dialog-header">
        <h2 id={id}>{t('adding.heading')}</h2>
        <button type="button" class="quiet" aria-label={t('shared.close')} onClick={close}>
          <Icon name="clear" />
        </button>
      </header>
      {state.stage === 'choosing' && <Choose onRead={(chosen) => void session.read(chosen)} />}
      {state.stage === 'reading' && (
        <Progress
          label={
            state.total > 0
              ? t('adding.reading', state.found, { n: formatNumber(state.found) })
              : t('adding.readingPage')
          }
          {...(state.total > 0 && { value: state.bytes, max: state.total })}
          onCancel={() => session.cancel()}
        />
      )}
      {state.stage === 'preview' && (
        <PreviewForm
          preview={state.preview}
          session={session}
          onBack={() => session.cancel()}
          onAdd={(choices, total) => session.add(choices, total)}
        />
      )}
      {state.stage === 'adding' && (
        <Progress
          label={t('adding.writing', state.total, { n: formatNumber(state.total) })}
          value={state.written}
          max={state.total}
          onCancel={() => session.cancel()}
        />
      )}
      {state.stage === 'failed' && (
        <Notice
          title={t('adding.failed')}
          tone="error"
          action={{ label: t('adding.startAgain'), run: () => session.cancel() }}
        >
          {whyNotAdded(state.name, state.message)}
        </Notice>
      )}
    </dialog>
  );
}

function toastFor(done: Added, show: (toast: Toast) => void): Toast {
  const undo = (): void =>
    void undoImport(done).then(
      () => show({ text: t('adding.undone'), tone: 'note' }),
      (error: Error) => show({ text: t('adding.notUndone', { detail: error.message }), tone: 'error' }),
    );
  const text = t('adding.added', done.count, { n: formatNumber(done.count) });
  return { text, tone: 'note', action: { label: t('shared.undo'), run: undo } };
}

function Choose({ onRead }: { onRead(files: File[]): void }) {
  const id = useId();
  const [text, setText] = useState('');
  const pasted = (): File[] => [
    new File([text], t('adding.pastedOn', { day: formatDate(Date.now(), { day: 'numeric', month: 'short' }) })),
  ];
  return (
    <div class="import-choose">
      <p class="import-hint" id={`${id}-hint`}>
        {t('adding.hint')}
      </p>
      <label class="import-file">
        <span>{t('adding.files')}</span>
        <input
          type="file"
          multiple
          aria-describedby={`${id}-hint`}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            if (files.length > 0) onRead(files);
          }}
        />
      </label>
      <label class="import-paste">
        <span>{t('adding.paste')}</span>
        {/* So that a copied list can be pasted at once. */}
        <textarea
          rows={6}
          dir="auto"
          // biome-ignore lint/a11y/noAutofocus: the first field of a dialog that the reader opened
          autoFocus
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <div class="import-actions">
        <button type="button" class="button import-go" disabled={text.trim() === ''} onClick={() => onRead(pasted())}>
          {t('adding.readText')}
        </button>
      </div>
    </div>
  );
}

interface ProgressProps {
  label: string;
  /** Undefined if the progress is unknown. */
  value?: number;
  max?: number;
  onCancel(): void;
}

function Progress({ label, value, max = 1, onCancel }: ProgressProps) {
  const id = useId();
  return (
    <div class="import-progress">
      <p id={id} role="status">
        {label}
      </p>
      <progress aria-labelledby={id} value={value} max={Math.max(1, max)} />
      <div class="import-actions">
        <button type="button" class="button" onClick={onCancel}>
          {t('shared.cancel')}
        </button>
      </div>
    </div>
  );
}
