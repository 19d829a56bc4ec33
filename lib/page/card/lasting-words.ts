/** What a card may have to say when its extension is gone. */
import { language, t } from '../../words/words.ts';

/** These words, and the language that they are in. */
export interface LastingWords {
  language: string;
  undo: string;
  pressAgain: string;
  covered: string;
  fault: string;
}

/**
 * Reads the words that are said of a press, of a page and of a fault: after an update the script of
 * a page may ask its extension for nothing any more, not even for words.
 */
export function lastingWords(): LastingWords {
  return {
    language: language(),
    undo: t('shared.undo'),
    pressAgain: t('card.pressAgain'),
    covered: t('card.covered'),
    fault: t('card.fault'),
  };
}
