import { useId } from 'preact/hooks';
import type { PaperId } from '../../lib/core/model/paper.ts';
import type { RecordContent } from '../../lib/core/model/record.ts';
import { bylineOf } from '../../lib/extension/browser/byline.ts';
import type { Saving } from '../hooks/use-saving.ts';
import { SaveButton } from '../paper/save-button.tsx';
import { count } from '../ui/sentences.ts';
import type { PagePapersState } from './use-page-papers.ts';

interface PageOfferViewProps {
  papers: PagePapersState;
  saved: ReadonlySet<PaperId>;
  saving: Saving;
}

/**
 * What the page in front of the reader has that the catalogue does not have, with a way to take it.
 */
export function PageOfferView({ papers, saved, saving }: PageOfferViewProps) {
  const { offer, savedId } = papers;
  if (!offer) return null;
  if (offer.kind === 'unreadable') return <p class="page-offer">Paperlight can’t read this page’s list of papers.</p>;
  if (offer.kind === 'file') {
    return (
      <div class="page-offer">
        <p role="status">This tab shows a bibliography</p>
        <button type="button" class="button" onClick={papers.add}>
          Add papers from this page
        </button>
      </div>
    );
  }
  if (offer.paper) {
    if (offer.unknown === 0 && savedId === undefined) return null;
    const isSaved = savedId !== undefined && saved.has(savedId);
    const record = offer.paper;
    const toggle = (): void => {
      if (isSaved) saving.toggle({ id: savedId });
      else void saving.change(() => papers.save(record), 'saved');
    };
    return <ThisPaper record={record} isSaved={isSaved} onToggle={toggle} />;
  }
  return (
    <div class="page-offer">
      {offer.unknown === 0 ? (
        <p role="status">
          You have {offer.count === 1 ? 'the paper' : `all ${count(offer.count, 'paper')}`} listed here.
        </p>
      ) : (
        <>
          <p role="status">{count(offer.unknown, 'paper')} here that you don’t have</p>
          <button type="button" class="button" onClick={papers.add}>
            Add {count(offer.unknown, 'paper')} from this page
          </button>
        </>
      )}
      <button type="button" class="quiet" onClick={papers.readAgain}>
        Read again
      </button>
    </div>
  );
}

interface ThisPaperProps {
  record: RecordContent;
  isSaved: boolean;
  onToggle(): void;
}

function ThisPaper({ record, isSaved, onToggle }: ThisPaperProps) {
  const id = useId();
  return (
    <ul class="page-paper" aria-label="This paper">
      <li>
        <div>
          <h2 id={id} dir="auto">
            {record.title}
          </h2>
          <p dir="auto">{bylineOf(record) || 'On this page, not in your catalogue'}</p>
        </div>
        <SaveButton saved={isSaved} onToggle={onToggle} describedBy={id} />
      </li>
    </ul>
  );
}
