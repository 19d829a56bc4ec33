import type { Place } from '../../lib/extension/browser/error-log.ts';
import { t } from '../../lib/words/words.ts';

const placeWords = {
  background: 'shared.placeBackground',
  popup: 'shared.placePopup',
  'side panel': 'shared.placeSidePanel',
  library: 'shared.placeLibrary',
  'reading list': 'shared.placeReadingList',
  settings: 'shared.placeSettings',
  welcome: 'shared.placeWelcome',
  'web page': 'shared.placeWebPage',
} as const satisfies Record<Place, string>;

/** What a part of the extension is called within a sentence. */
export function placeWord(place: Place): string {
  // The log of another version may have other places.
  return place in placeWords ? t(placeWords[place]) : place;
}
