import { useEffect, useState } from 'preact/hooks';
import { watchUnreadable } from '../../lib/db/unreadable.ts';
import { isTemporary } from '../../lib/extension/browser/temporary-installation.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { RichText } from './rich-text.tsx';

/** Persistent warnings: unreadable rows in the database, and a temporary installation. */
export function PageNotes({ installation = false }: { installation?: boolean }) {
  const [unreadable, setUnreadable] = useState(0);
  const [isTemporarilyInstalled, setTemporarilyInstalled] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    watchUnreadable(setUnreadable, abort.signal);
    // If the browser does not say, no warning.
    if (installation) isTemporary().then(setTemporarilyInstalled, () => {});
    return () => abort.abort();
  }, [installation]);
  return (
    <>
      {unreadable > 0 && (
        <p class="page-note" role="status">
          <RichText
            of="shared.unreadableRows"
            count={unreadable}
            parts={{ n: formatNumber(unreadable), settings: <a href="options.html">{t('shared.settings')}</a> }}
          />
        </p>
      )}
      {isTemporarilyInstalled && (
        <p class="page-note" role="status">
          {t('shared.temporary')}
        </p>
      )}
    </>
  );
}
