/** Looks papers up in the address bar. */
import { browser } from 'wxt/browser';
import type { PaperId } from '../../core/model/paper.ts';
import { t } from '../../words/words.ts';
import { libraryAddress } from '../browser/library-view.ts';
import { optionalApis } from '../browser/optional-apis.ts';
import { searchCatalogue } from './catalogue-search.ts';
import { suggestionText } from './suggestion-text.ts';

/** Browsers show no more. */
const MAX_SUGGESTIONS = 6;
/** The content of a suggestion is this and a paper's id. */
const PAPER_PREFIX = 'paper:';

/**
 * Handles the keyword `pl` in the address bar, if the browser has keywords. Call once, before
 * anything is awaited.
 */
export function answerAddressBar(): void {
  const { omnibox } = optionalApis();
  if (!omnibox) return;
  let latest = 0;
  omnibox.setDefaultSuggestion({ description: t('toolbar.omnibox') });
  omnibox.onInputChanged.addListener((text, suggest) => {
    const mine = ++latest;
    searchCatalogue(text, MAX_SUGGESTIONS).then(
      (papers) => {
        // Late results of an older text must not replace those of a newer one.
        if (mine !== latest) return;
        suggest(papers.map(({ id, title }) => ({ content: PAPER_PREFIX + id, description: suggestionText(title) })));
      },
      () => {},
    );
  });
  omnibox.onInputEntered.addListener((text, disposition) => void enter(text, disposition));
}

async function enter(text: string, disposition: string): Promise<void> {
  const chosen = text.startsWith(PAPER_PREFIX) ? (text.slice(PAPER_PREFIX.length) as PaperId) : undefined;
  // Enter without a choice opens the best paper, beside the other results.
  const best = chosen ?? (await searchCatalogue(text, 1).catch(() => []))[0]?.id ?? null;
  const url = libraryAddress({ query: chosen ? '' : text.trim(), paper: best });
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else await browser.tabs.create({ url, active: disposition !== 'newBackgroundTab' });
}
