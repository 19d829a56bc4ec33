import { useEffect, useState } from 'preact/hooks';
import { openKeySettings, type PageKey, pageKeys } from '../../lib/extension/browser/browser-pages.ts';
import { t } from '../../lib/words/words.ts';
import { Section } from './section.tsx';

const PLACE_KEY = import.meta.env.FIREFOX ? 'settings.keysElsewhereInFirefox' : 'settings.keysElsewhereInChromium';

/** The shortcuts that work on pages, and where to change them. */
export function KeysSection() {
  const [keys, setKeys] = useState<PageKey[]>([]);
  const [place, setPlace] = useState('');
  useEffect(() => {
    const read = (): void => void pageKeys().then(setKeys);
    read();
    // The reader may have changed them meanwhile.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return (
    <Section place="keys-on-pages">
      <dl class="keys">
        {keys.map(({ does, keys }) => (
          <div key={does} class="key">
            <dt>{does}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : t('settings.noKey')}</dd>
          </div>
        ))}
      </dl>
      <p class="section-text">{t('settings.keysHint')}</p>
      <button
        type="button"
        class="button"
        onClick={async () => setPlace((await openKeySettings()) ? '' : t(PLACE_KEY))}
      >
        {t('settings.changeKeys')}
      </button>
      <p class="section-text" role="status">
        {place}
      </p>
    </Section>
  );
}
