import { useEffect, useState } from 'preact/hooks';
import type { ExportedPaper } from '../../lib/export/exported-paper.ts';
import { type ExportFormat, writePapers } from '../../lib/export/formats.ts';

/** Characters of a preview: more than a paper has, and not all of a note that fills a book. */
const MAX_PREVIEW_LENGTH = 4_000;

/** How a paper is written in a format; empty until it is known, and where there is no paper. */
export function usePreview(paper: ExportedPaper | undefined, format: ExportFormat): string {
  const [preview, setPreview] = useState('');
  useEffect(() => {
    let isGone = false;
    const show = (text: string): void => {
      if (!isGone) setPreview(text.slice(0, MAX_PREVIEW_LENGTH).trim());
    };
    // Why it can't be written is told by those who want a file of it.
    writePapers(format, paper ? [paper] : []).then(paper ? show : () => show(''), () => show(''));
    return () => {
      isGone = true;
    };
  }, [paper, format]);
  return preview;
}
