import { useEffect, useId, useState } from 'preact/hooks';
import type { Paper, PaperId } from '../../lib/core/model/paper.ts';
import { type RelatedPaper, relatedTo } from '../../lib/core/search/related-papers.ts';
import type { SearchIndex } from '../../lib/core/search-index/search-index.ts';
import { readableTitle } from '../../lib/core/text/readable-title.ts';
import { t } from '../../lib/words/words.ts';
import type { LoadedCatalogue } from '../search/catalogue.ts';
import { requestIndexRebuild } from '../search/index-upkeep.ts';
import { usePapers } from '../search/use-papers.ts';

interface RelatedPapersProps {
  paper: Paper;
  index: SearchIndex;
  catalogue: LoadedCatalogue;
  onOpen(paper: PaperId): void;
}

/** The most related papers that are shown. */
const MAX_PAPERS = 6;
/** The most shared words that are shown, most significant first. */
const MAX_WORDS = 6;

const NONE: readonly RelatedPaper[] = [];

/** The papers most similar to one, with the words that they share. */
export function RelatedPapers({ paper, index, catalogue, onOpen }: RelatedPapersProps) {
  const titleId = useId();
  const near = useRelated(paper, index);
  const papers = usePapers(
    catalogue,
    near.map(({ id }) => id),
  );
  const shown = near.flatMap(({ id, words }) => {
    const title = papers?.get(id)?.title;
    return title === undefined ? [] : [{ id, title, words }];
  });
  if (shown.length === 0) return null;
  return (
    <section class="related">
      <h3 id={titleId}>{t('library.related')}</h3>
      <ul aria-labelledby={titleId}>
        {shown.map(({ id, title, words }) => (
          <li key={id}>
            <button type="button" class="related-open" onClick={() => onOpen(id)}>
              {readableTitle(title)}
            </button>
            <p class="related-words">{sharedWords(words)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The related papers; empty until found. */
function useRelated(paper: Paper, index: SearchIndex): readonly RelatedPaper[] {
  const [related, setRelated] = useState<{ paper: Paper; papers: RelatedPaper[] }>();
  useEffect(() => {
    let isCurrent = true;
    relatedTo(index, paper, MAX_PAPERS).then((papers) => {
      if (isCurrent) setRelated({ paper, papers });
    }, requestIndexRebuild);
    return () => {
      isCurrent = false;
    };
  }, [index, paper]);
  return related?.paper === paper ? related.papers : NONE;
}

function sharedWords(words: readonly string[]): string {
  return words
    .filter((word) => word.length > 3)
    .slice(0, MAX_WORDS)
    .join(' · ');
}
