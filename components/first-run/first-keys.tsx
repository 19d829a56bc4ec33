import { useEffect, useState } from 'preact/hooks';
import { type PageKey, pageKeys } from '../../lib/extension/browser/browser-pages.ts';
import { t } from '../../lib/words/words.ts';

/** The current shortcuts that work on web pages. */
export function FirstKeys() {
  const [keys, setKeys] = useState<PageKey[]>([]);
  useEffect(() => {
    void pageKeys().then((all) => setKeys(all.filter(({ keys }) => keys !== '')));
  }, []);
  if (keys.length === 0) return <p>{t('welcome.noKeys')}</p>;
  return (
    <dl class="first-keys">
      {keys.map(({ does, keys }) => (
        <div key={does}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
