import { useEffect, useState } from 'preact/hooks';
import { type ButtonPlace, buttonPlace } from '../../lib/extension/browser/toolbar-button.ts';

const HOW: Record<ButtonPlace, string> = {
  pinned: 'Paperlight’s button is in the toolbar.',
  hidden: import.meta.env.FIREFOX
    ? 'Press the puzzle piece in the toolbar, then the gear beside Paperlight, and choose “Pin to Toolbar”.'
    : 'Press the puzzle piece in the toolbar, then the pin beside Paperlight.',
  menu: 'Paperlight is in the browser’s menu, under Extensions.',
};

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
  return <p role="status">{HOW[place]}</p>;
}
