import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/core/model/paper.ts';
import { allPapers } from '../../lib/db/catalogue.ts';
import { asFirstSaid } from '../../lib/db/first-said.ts';
import { readingList } from '../../lib/db/reading-list.ts';
import { type ExportFormat, exportFormats } from '../../lib/export/formats.ts';
import { whyNotOpened } from '../../lib/extension/browser/failure-words.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { useExport } from './use-export.ts';
import '../styles/dialog.css';
import '../styles/export.css';
import { type Exportable, hintOf, papersIn, type Scope, scopesOf } from './export-choices.ts';
import { type Part, parts, withParts } from './export-parts.ts';
import { usePreview } from './use-preview.ts';

/** The props of the dialog. */
export interface ExportDialogProps {
  /** The reader's selection, which is the first choice. */
  selection?: readonly PaperId[];
  /** Called when the dialog has closed; the focus is back where it was. */
  onClose(): void;
}

const noSelection: readonly PaperId[] = [];

/**
 * Saves or copies papers in a format of other programs. Reads them from the database as it opens.
 */
export function ExportDialog({ selection = noSelection, onClose }: ExportDialogProps) {
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [exportable, setExportable] = useState<Exportable>();
  const [error, setError] = useState<string>();
  const [attempt, setAttempt] = useState(0);

  useLayoutEffect(() => dialog.current?.showModal(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt reads again
  useEffect(() => {
    setError(undefined);
    Promise.all([
      allPapers().then(async (papers) => ({ papers, cited: await asFirstSaid(papers) })),
      readingList(),
    ]).then(
      ([papers, entries]) => setExportable({ ...papers, entries, selection }),
      (reason) => setError(whyNotOpened(reason)),
    );
  }, [attempt, selection]);

  return (
    // The shortcuts of the page behind must not run.
    <dialog
      ref={dialog}
      class="dialog export"
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header class="dialog-header">
        <h2 id={titleId}>{t('export.heading')}</h2>
        <button type="button" class="quiet" aria-label={t('shared.close')} onClick={() => dialog.current?.close()}>
          <Icon name="clear" />
        </button>
      </header>
      {error && (
        <Notice
          title={t('export.unreadable')}
          tone="error"
          action={{ label: t('shared.tryAgain'), run: () => setAttempt(attempt + 1) }}
        >
          {error}
        </Notice>
      )}
      {exportable && !error && <Choices exportable={exportable} />}
    </dialog>
  );
}

function Choices({ exportable }: { exportable: Exportable }) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const scopes = useMemo(() => scopesOf(exportable), [exportable]);
  const [scope, setScope] = useState<Scope>(() => scopes.find(({ count }) => count > 0)?.scope ?? 'reading-list');
  const [format, setFormat] = useState<ExportFormat>('bibtex');
  const [kept, setKept] = useState<ReadonlySet<Part>>(() => new Set(parts.map(({ part }) => part)));
  const papers = useMemo(() => withParts(papersIn(scope, exportable), kept), [scope, exportable, kept]);
  const { outcome, isBusy, copy, save, forget } = useExport(papers, format, scope);
  const preview = usePreview(papers[0], format);
  const isIdle = papers.length === 0 || isBusy;

  // On a format, arrows choose another and Enter saves.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), []);

  return (
    <form
      ref={form}
      class="export-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isIdle) save();
      }}
      onInput={forget}
    >
      <label class="export-what">
        <span>{t('export.what')}</span>
        <select value={scope} onChange={(event) => setScope(event.currentTarget.value as Scope)}>
          {scopes.map(({ scope, label, count }) => (
            <option key={scope} value={scope}>
              {t('export.choice', { label, n: formatNumber(count) })}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="export-formats" aria-labelledby={`${id}-formats`}>
        <span id={`${id}-formats`}>{t('export.format')}</span>
        {exportFormats.map(({ format: name, label }) => (
          <label key={name} class="export-format">
            <input
              type="radio"
              name={id}
              checked={name === format}
              aria-label={label}
              aria-describedby={`${id}-${name}`}
              onChange={() => setFormat(name)}
            />
            <span>{label}</span>
            <span class="export-hint" id={`${id}-${name}`}>
              {hintOf(name)}
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset class="export-parts" aria-labelledby={`${id}-parts`}>
        <span id={`${id}-parts`}>{t('export.with')}</span>
        {parts.map(({ part, label }) => (
          <label key={part}>
            <input
              type="checkbox"
              checked={kept.has(part)}
              onChange={() =>
                setKept(new Set(parts.map((one) => one.part).filter((one) => (one === part) !== kept.has(one))))
              }
            />
            {t(label)}
          </label>
        ))}
      </fieldset>
      {preview && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section class="export-preview" aria-label={t('export.preview')} tabIndex={0}>
          <pre>{preview}</pre>
        </section>
      )}
      {/* The region exists before its text: screen readers announce changes of existing regions. */}
      <p class="export-told" role={outcome?.tone === 'error' ? 'alert' : 'status'} data-tone={outcome?.tone}>
        {outcome?.text ??
          (papers.length > 0
            ? t('shared.papers', papers.length, { n: formatNumber(papers.length) })
            : t('export.none'))}
      </p>
      <div class="export-actions">
        <button type="button" class="button" disabled={isIdle} onClick={copy}>
          <Icon name="copy" />
          {t('export.copy')}
        </button>
        <button type="submit" class="button export-save" disabled={isIdle}>
          <Icon name="export" />
          {t('export.save')}
        </button>
      </div>
    </form>
  );
}
