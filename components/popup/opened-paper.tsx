import type { PaperId } from '../../lib/core/model/paper.ts';
import type { Saving } from '../hooks/use-saving.ts';
import { PaperDetails } from '../paper/paper-details.tsx';
import { digestsOf } from '../paper/row-content.ts';
import type { LoadedCatalogue } from '../search/catalogue.ts';
import { usePaper } from '../search/use-papers.ts';
import { Footer, hintOf } from '../ui/footer.tsx';
import { shortcuts } from '../ui/shortcuts.ts';
import type { Details } from './use-details.ts';

interface OpenedPaperProps {
  details: Details;
  catalogue: LoadedCatalogue;
  saved: ReadonlySet<PaperId>;
  saving: Saving;
}

/** The open paper of a panel, over its list. */
export function OpenedPaper({ details, catalogue, saved, saving }: OpenedPaperProps) {
  const loaded = usePaper(catalogue, details.opened?.paper.id);
  if (!details.opened) return null;
  const { paper, words } = details.opened;
  const hints = [
    hintOf(shortcuts.paper, 'save', saved.has(paper.id) ? 'shared.remove' : 'shared.save'),
    hintOf(shortcuts.paper, 'undo'),
    // Firefox always closes a popup on Escape.
    hintOf(shortcuts.paper, import.meta.env.FIREFOX ? 'ArrowLeft' : 'Escape'),
  ];
  return (
    <div class="over">
      <PaperDetails
        paper={loaded ?? paper}
        digests={digestsOf(paper, catalogue.digests)}
        words={words}
        saved={saved.has(paper.id)}
        onToggle={() => saving.toggle(paper)}
        onBack={details.close}
        show={saving.show}
      />
      <Footer status="" hints={hints} />
    </div>
  );
}
