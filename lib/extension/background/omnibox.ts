/** Looking papers up in the address bar. */
import { browser } from 'wxt/browser';
import type { PaperId } from '../../core/model/paper.ts';
import { t } from '../../words/words.ts';
import { lackable } from '../browser/lackable.ts';
import { libraryAddress } from '../browser/library-view.ts';
import { searchCatalogue } from './catalogue-search.ts';
import { suggestionText } from './suggestion-text.ts';

/** Browsers show no more suggestions. */
const SUGGESTIONS = 6;
/** What stands before a paper's id in the text of a suggestion. */
const PAPER = 'paper:';

/**
 * Answers the keyword `pl` in the address bar, where it takes keywords. Call once, before anything
 * is awaited.
 */
export function answerAddressBar(): void {
  const { omnibox } = lackable();
  if (!omnibox) return;
  let latest = 0;
  omnibox.setDefaultSuggestion({ description: t('toolbar.omnibox') });
  omnibox.onInputChanged.addListener((text, suggest) => {
    const mine = ++latest;
    searchCatalogue(text, SUGGESTIONS).then(
      (papers) => {
        // The answer to an older text would replace that to a newer one.
        if (mine !== latest) return;
        suggest(papers.map(({ id, title }) => ({ content: PAPER + id, description: suggestionText(title) })));
      },
      () => {},
    );
  });
  omnibox.onInputEntered.addListener((text, disposition) => void enter(text, disposition));
}

async function enter(text: string, disposition: string): Promise<void> {
  const chosen = text.startsWith(PAPER) ? (text.slice(PAPER.length) as PaperId) : undefined;
  // Enter without choosing: the best paper, beside the other answers.
  const best = chosen ?? (await searchCatalogue(text, 1).catch(() => []))[0]?.id ?? null;
  const url = libraryAddress({ query: chosen ? '' : text.trim(), paper: best });
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition !== 'newBackgroundTab' });
}
