/** What a card may have to say after an update has cut its script off from the extension. */
import { language, t } from '../../words/words.ts';

/** These words, and the language that they are in. */
export interface PreloadedWords {
  language: string;
  undo: string;
  pressAgain: string;
  covered: string;
  fault: string;
}

/** Reads them while the extension can still be asked. */
export function preloadWords(): PreloadedWords {
  return {
    language: language(),
    undo: t('shared.undo'),
    pressAgain: t('card.pressAgain'),
    covered: t('card.covered'),
    fault: t('card.fault'),
  };
}
