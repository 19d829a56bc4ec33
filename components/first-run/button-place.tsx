import { useEffect, useState } from 'preact/hooks';
import { type ButtonPlace, buttonPlace } from '../../lib/extension/browser/toolbar-button.ts';
import { t } from '../../lib/words/words.ts';

const HOW = {
  pinned: 'welcome.pinned',
  hidden: import.meta.env.FIREFOX ? 'welcome.hiddenInFirefox' : 'welcome.hiddenInChromium',
  menu: 'welcome.inMenu',
} as const satisfies Record<ButtonPlace, string>;

/**
 * Where the toolbar's button is, and how it gets into sight: browsers let no extension put it
 * there.
 */
export function ButtonPlaceHint() {
  const [place, setPlace] = useState<ButtonPlace>('hidden');
  useEffect(() => {
    const look = (): void => void buttonPlace().then(setPlace);
    look();
    // The reader comes back from having pinned it.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, []);
  return <p role="status">{t(HOW[place])}</p>;
}
