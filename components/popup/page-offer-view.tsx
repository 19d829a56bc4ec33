import { useId } from 'preact/hooks';
import type { PaperId } from '../../lib/core/model/paper.ts';
import type { RecordContent } from '../../lib/core/model/record.ts';
import { bylineOf } from '../../lib/extension/browser/byline.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import type { Saving } from '../hooks/use-saving.ts';
import { SaveButton } from '../paper/save-button.tsx';
import type { PagePapersState } from './use-page-papers.ts';

interface PageOfferViewProps {
  papers: PagePapersState;
  saved: ReadonlySet<PaperId>;
  saving: Saving;
}

/** The papers of the current page that are not in the catalogue, with a button to add them. */
export function PageOfferView({ papers, saved, saving }: PageOfferViewProps) {
  const { offer, savedId } = papers;
  if (!offer) return null;
  if (offer.kind === 'unreadable') return <p class="page-offer">{t('popup.unreadableListing')}</p>;
  if (offer.kind === 'file') {
    return (
      <div class="page-offer">
        <p role="status">{t('popup.bibliography')}</p>
        <button type="button" class="button" onClick={papers.add}>
          {t('popup.addFromPage')}
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
  const unknown = { n: formatNumber(offer.unknown) };
  return (
    <div class="page-offer">
      {offer.unknown === 0 ? (
        <p role="status">{t('popup.haveAll', offer.count, { n: formatNumber(offer.count) })}</p>
      ) : (
        <>
          <p role="status">{t('popup.unknownHere', offer.unknown, unknown)}</p>
          <button type="button" class="button" onClick={papers.add}>
            {t('popup.addSomeFromPage', offer.unknown, unknown)}
          </button>
        </>
      )}
      <button type="button" class="quiet" onClick={papers.readAgain}>
        {t('popup.readAgain')}
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
    <ul class="page-paper" aria-label={t('popup.thisPaper')}>
      <li>
        <div>
          <h2 id={id} dir="auto">
            {record.title}
          </h2>
          <p dir="auto">{bylineOf(record) || t('popup.notInCatalogue')}</p>
        </div>
        <SaveButton saved={isSaved} onToggle={onToggle} describedBy={id} />
      </li>
    </ul>
  );
}
