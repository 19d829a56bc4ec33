import { useEffect, useState } from 'preact/hooks';
import { watchUnreadable } from '../../lib/db/unreadable.ts';
import { isTemporary } from '../../lib/extension/browser/temporary-installation.ts';
import { count } from './sentences.ts';

/**
 * What the reader has to know of the data as long as it is so: rows that can't be read, and an
 * installation that does not last.
 */
export function PageNotes({ installation = false }: { installation?: boolean }) {
  const [unreadable, setUnreadable] = useState(0);
  const [isFleeting, setFleeting] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    watchUnreadable(setUnreadable, abort.signal);
    // A browser that does not say how it was installed gives no reason to worry.
    if (installation) isTemporary().then(setFleeting, () => {});
    return () => abort.abort();
  }, [installation]);
  return (
    <>
      {unreadable > 0 && (
        <p class="page-note" role="status">
          {count(unreadable, 'row')} of the database could not be read, and {unreadable === 1 ? 'is' : 'are'} left out.
          All else is here. <a href="options.html">Settings</a> can restore an earlier state.
        </p>
      )}
      {isFleeting && (
        <p class="page-note" role="status">
          Firefox removes this temporary installation when it closes. Your list stays on this computer, and is here
          again when you load Paperlight again.
        </p>
      )}
    </>
  );
}
