import { useState } from 'preact/hooks';
import type { ExportedPaper } from '../../lib/export/exported-paper.ts';
import { type ExportFormat, exportFormats, type FormatDescription, writePapers } from '../../lib/export/formats.ts';
import { detailOf } from '../../lib/extension/browser/failure-words.ts';
import { t } from '../../lib/words/words.ts';
import { saveFile } from '../ui/save-file.ts';
import { fileNameOf, type Scope, whatWasExported } from './export-choices.ts';

/** Without it, spreadsheet programs assume a legacy code page. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The actions of an export, and its outcome. */
export interface Export {
  outcome: { text: string; tone: 'note' | 'error' } | undefined;
  /** Whether papers are being written. */
  isBusy: boolean;
  copy(): void;
  save(): void;
  /** Clears the latest outcome. */
  forget(): void;
}

/** Copies papers in a format, or saves them as a file. */
export function useExport(papers: readonly ExportedPaper[], format: ExportFormat, scope: Scope): Export {
  const [outcome, setOutcome] = useState<Export['outcome']>();
  const [isBusy, setBusy] = useState(false);
  const description = exportFormats.find((other) => other.format === format) as FormatDescription;

  const run = async (done: 'copied' | 'saved', use: (text: string) => void | Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await use(await writePapers(format, papers));
      setOutcome({ text: whatWasExported(done, papers.length, description.label), tone: 'note' });
    } catch (error) {
      const detail = detailOf(error);
      const text = t(done === 'copied' ? 'export.notCopied' : 'export.notSaved', { detail });
      setOutcome({ text, tone: 'error' });
    }
    setBusy(false);
  };
  const download = (text: string): void => {
    const file = new Blob([format === 'csv' ? BYTE_ORDER_MARK : '', text], { type: description.type });
    saveFile(file, `${fileNameOf(scope)}.${description.ending}`);
  };

  return {
    outcome,
    isBusy,
    copy: () => void run('copied', (text) => navigator.clipboard.writeText(text)),
    save: () => void run('saved', download),
    forget: () => setOutcome(undefined),
  };
}
