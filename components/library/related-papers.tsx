import { useId, useMemo } from 'preact/hooks';
import type { Paper } from '../../lib/core/paper.ts';
import type { PaperSearch } from '../../lib/core/search.ts';

interface RelatedPapersProps {
  paper: Paper;
  search: PaperSearch;
  onOpen(paper: Paper): void;
}

/** As many as can be taken in at once. */
const NEAREST = 6;
/** Shared words that are shown, those that say most first. */
const MOST_WORDS = 6;

/** The papers of the catalogue nearest to one, with the words that they share. */
export function RelatedPapers({ paper, search, onOpen }: RelatedPapersProps) {
  const titleId = useId();
  const near = useMemo(() => search.related(paper.id, NEAREST), [paper, search]);
  if (near.length === 0) return null;
  return (
    <section class="related">
      <h3 id={titleId}>Related papers</h3>
      <ul aria-labelledby={titleId}>
        {near.map((hit) => (
          <li key={hit.paper.id}>
            <button type="button" class="related-open" onClick={() => onOpen(hit.paper)}>
              {hit.paper.title}
            </button>
            <p class="related-words">{sharedWords(hit.words)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function sharedWords(words: readonly string[]): string {
  return words
    .filter((word) => word.length > 3)
    .slice(0, MOST_WORDS)
    .join(' · ');
}
