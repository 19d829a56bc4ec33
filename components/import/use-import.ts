import { useEffect, useRef, useState } from 'preact/hooks';
import { ImportSession, type ImportStage } from '../../lib/import/import-session.ts';
import type { Added, PageToImport } from '../../lib/import/protocol.ts';

/** An import and its stage. Begins with `files`, and is cancelled on unmount. */
export function useImport(
  files: readonly (File | Promise<File | PageToImport>)[] | undefined,
  onAdded: (added: Added) => void,
): { state: ImportStage; session: ImportSession } {
  const [state, setState] = useState<ImportStage>({ stage: 'choosing' });
  const latest = useRef(onAdded);
  latest.current = onAdded;
  const [session] = useState(
    () =>
      new ImportSession((stage) => {
        setState(stage);
        if (stage.stage === 'added') latest.current(stage.added);
      }),
  );
  useEffect(() => {
    if (files && files.length > 0) void session.read(files);
    return () => session.cancel();
  }, [files, session]);
  return { state, session };
}
