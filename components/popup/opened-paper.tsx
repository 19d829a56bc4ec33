import type { PaperId } from '../../lib/core/paper.ts';
import type { LoadedCatalogue } from '../hooks/use-catalogue.ts';
import type { Details } from '../hooks/use-details.ts';
import { usePaper } from '../hooks/use-papers.ts';
import type { Saving } from '../hooks/use-saving.ts';
import { PaperDetails } from '../paper/paper-details.tsx';
import { digestsOf } from '../paper/row-content.ts';
import { backKey, Footer, withCommandKey } from '../ui/footer.tsx';

interface OpenedPaperProps {
  details: Details;
  catalogue: LoadedCatalogue;
  saved: ReadonlySet<PaperId>;
  saving: Saving;
}

/** The paper that is open in a panel, over its list. */
export function OpenedPaper({ details, catalogue, saved, saving }: OpenedPaperProps) {
  const known = usePaper(catalogue, details.opened?.paper.id);
  if (!details.opened) return null;
  const { paper, words } = details.opened;
  const hints = [
    { keys: 'S', does: saved.has(paper.id) ? 'Remove' : 'Save' },
    { keys: withCommandKey('Z'), does: 'Undo' },
    { keys: backKey, does: 'Back' },
  ];
  return (
    <div class="over">
      <PaperDetails
        paper={known ?? paper}
        digests={digestsOf(paper, catalogue.digests)}
        words={words}
        saved={saved.has(paper.id)}
        onToggle={() => saving.toggle(paper)}
        onBack={details.close}
      />
      <Footer status="" hints={hints} />
    </div>
  );
}
