import { useEffect, useState } from 'preact/hooks';
import { takeNews } from '../../lib/extension/browser/news.ts';
import { t } from '../../lib/words/words.ts';

/** What is new after an update: shown once, at the bottom of the popup. */
export function News() {
  const [version, setVersion] = useState<string>();
  useEffect(() => {
    // Without storage there is no news.
    takeNews().then(setVersion, () => {});
  }, []);
  return version === undefined ? null : (
    <p class="page-note" role="status">
      {t('popup.news', { version })}
    </p>
  );
}
