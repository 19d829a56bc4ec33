import { useEffect, useState } from 'preact/hooks';
import { takeNews } from '../../lib/extension/browser/news.ts';
import { t } from '../../lib/words/words.ts';

/** What is new in the version that the browser has updated to: once, at the foot of the popup. */
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
