import { useEffect, useState } from 'preact/hooks';
import { watchUnreadable } from '../../lib/db/unreadable.ts';
import { isTemporary } from '../../lib/extension/browser/temporary-installation.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { RichText } from './rich-text.tsx';

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
          <RichText
            of="shared.unreadableRows"
            count={unreadable}
            parts={{ n: formatNumber(unreadable), settings: <a href="options.html">{t('shared.settings')}</a> }}
          />
        </p>
      )}
      {isFleeting && (
        <p class="page-note" role="status">
          {t('shared.temporary')}
        </p>
      )}
    </>
  );
}
