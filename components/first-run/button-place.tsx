import { useEffect, useState } from 'preact/hooks';
import { type ButtonPlace, buttonPlace } from '../../lib/extension/browser/toolbar-button.ts';
import { t } from '../../lib/words/words.ts';

const HINT_KEYS = {
  pinned: 'welcome.pinned',
  hidden: import.meta.env.FIREFOX ? 'welcome.hiddenInFirefox' : 'welcome.hiddenInChromium',
  menu: 'welcome.inMenu',
} as const satisfies Record<ButtonPlace, string>;

/** Where the toolbar button is, and how to pin it, which extensions can't do themselves. */
export function ButtonPlaceHint() {
  const [place, setPlace] = useState<ButtonPlace>('hidden');
  useEffect(() => {
    const read = (): void => void buttonPlace().then(setPlace);
    read();
    // The reader may have pinned it meanwhile.
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  return <p role="status">{t(HINT_KEYS[place])}</p>;
}
