import { useEffect, useState } from 'preact/hooks';
import type { ExportedPaper } from '../../lib/export/exported-paper.ts';
import { type ExportFormat, writePapers } from '../../lib/export/formats.ts';

/** Enough for a paper, but not for a huge note. */
const MAX_PREVIEW_LENGTH = 4_000;

/** A paper in a format; empty until written, and without a paper. */
export function usePreview(paper: ExportedPaper | undefined, format: ExportFormat): string {
  const [preview, setPreview] = useState('');
  useEffect(() => {
    let isGone = false;
    const show = (text: string): void => {
      if (!isGone) setPreview(text.slice(0, MAX_PREVIEW_LENGTH).trim());
    };
    // The export itself reports errors.
    writePapers(format, paper ? [paper] : []).then(paper ? show : () => show(''), () => show(''));
    return () => {
      isGone = true;
    };
  }, [paper, format]);
  return preview;
}
