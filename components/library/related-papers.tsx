import { useEffect, useId, useState } from 'preact/hooks';
import type { Paper, PaperId } from '../../lib/core/paper.ts';
import { type RelatedPaper, relatedTo } from '../../lib/core/related.ts';
import type { PaperSearch } from '../../lib/core/search.ts';
import { haveIndexRenewed } from '../hooks/index-upkeep.ts';
import type { LoadedCatalogue } from '../hooks/use-catalogue.ts';
import { usePapers } from '../hooks/use-papers.ts';

interface RelatedPapersProps {
  paper: Paper;
  search: PaperSearch;
  catalogue: LoadedCatalogue;
  onOpen(paper: PaperId): void;
}

/** As many as can be taken in at once. */
const NEAREST = 6;
/** Shared words that are shown, those that say most first. */
const MOST_WORDS = 6;

const NONE: readonly RelatedPaper[] = [];

/** The papers of the catalogue nearest to one, with the words that they share. */
export function RelatedPapers({ paper, search, catalogue, onOpen }: RelatedPapersProps) {
  const titleId = useId();
  const near = useRelated(paper, search);
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
      <h3 id={titleId}>Related papers</h3>
      <ul aria-labelledby={titleId}>
        {shown.map(({ id, title, words }) => (
          <li key={id}>
            <button type="button" class="related-open" onClick={() => onOpen(id)}>
              {title}
            </button>
            <p class="related-words">{sharedWords(words)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** None before they are found. */
function useRelated(paper: Paper, { index }: PaperSearch): readonly RelatedPaper[] {
  const [related, setRelated] = useState<{ paper: Paper; papers: RelatedPaper[] }>();
  useEffect(() => {
    let isCurrent = true;
    relatedTo(index, paper, NEAREST).then((papers) => {
      if (isCurrent) setRelated({ paper, papers });
    }, haveIndexRenewed);
    return () => {
      isCurrent = false;
    };
  }, [index, paper]);
  return related?.paper === paper ? related.papers : NONE;
}

function sharedWords(words: readonly string[]): string {
  return words
    .filter((word) => word.length > 3)
    .slice(0, MOST_WORDS)
    .join(' · ');
}
