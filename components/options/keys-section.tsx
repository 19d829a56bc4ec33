import { useEffect, useState } from 'preact/hooks';
import { openKeySettings, type PageKey, pageKeys } from '../../lib/extension/browser/browser-pages.ts';
import { Section } from './section.tsx';

const PLACE = import.meta.env.FIREFOX
  ? 'In Firefox: Add-ons and themes (about:addons), the gear, “Manage extension shortcuts”.'
  : 'At chrome://extensions/shortcuts.';

/** The keys that work on pages, and where to change them. */
export function KeysSection() {
  const [keys, setKeys] = useState<PageKey[]>([]);
  const [place, setPlace] = useState('');
  useEffect(() => {
    const read = (): void => void pageKeys().then(setKeys);
    read();
    // The reader comes back from having changed them.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return (
    <Section title="Keys on pages">
      <dl class="keys">
        {keys.map(({ does, keys }) => (
          <div key={does} class="key">
            <dt>{does}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : 'no key'}</dd>
          </div>
        ))}
      </dl>
      <p class="section-text">Keys belong to the browser: they are changed in its own settings.</p>
      <button
        type="button"
        class="button"
        onClick={async () => setPlace((await openKeySettings()) ? '' : `They are changed elsewhere. ${PLACE}`)}
      >
        Change keys
      </button>
      <p class="section-text" role="status">
        {place}
      </p>
    </Section>
  );
}
