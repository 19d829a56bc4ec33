import { lookupLinks } from '../../lib/core/pages/paper-links.ts';
import type { SearchAnswer } from '../../lib/core/search/search-session.ts';
import { addingAddress } from '../../lib/extension/browser/library-view.ts';
import { t } from '../../lib/words/words.ts';
import { LinkList } from '../paper/link-list.tsx';
import { NoMatches } from '../search/no-matches.tsx';

/** Opens the library with the dialog for adding papers. */
export function AddPapersLink() {
  return (
    <a class="button" href={addingAddress()} target="_blank" rel="noreferrer">
      {t('shared.addPapers')}
    </a>
  );
}

/** Shown when no papers match a query. */
export function NoAnswer({ answer }: { answer: SearchAnswer }) {
  const { reference, words } = answer.interpreted;
  return (
    <>
      <NoMatches query={answer.query} interpreted={answer.interpreted} />
      {!reference && words !== '' && (
        <div class="elsewhere">
          <LinkList
            title={t('popup.lookElsewhere')}
            icon="away"
            links={lookupLinks(words).map(({ site, url }) => ({ text: site, url }))}
          />
        </div>
      )}
      <p class="elsewhere-add">
        <AddPapersLink />
      </p>
    </>
  );
}
