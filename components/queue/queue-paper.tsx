import { newestFirst } from '../../lib/core/digests/digest-label.ts';
import type { PaperId } from '../../lib/core/model/paper.ts';
import { paperWithDigests } from '../../lib/db/catalogue.ts';
import { t } from '../../lib/words/words.ts';
import { EntryEditor, type EntryField } from '../entry/entry-editor.tsx';
import { useWatched } from '../hooks/use-watched.ts';
import { PaperDetails } from '../paper/paper-details.tsx';
import type { Toast } from '../ui/use-toast.ts';

interface QueuePaperProps {
  paperId: PaperId;
  saved: boolean;
  wanted: EntryField | undefined;
  onToggle(): void;
  onBack(): void;
  show(toast: Toast): void;
}

/**
 * The open paper beside the reading list: its details, or only the reader's entry if it is no
 * longer in the catalogue.
 */
export function QueuePaper({ paperId, saved, wanted, onToggle, onBack, show }: QueuePaperProps) {
  const { answer } = useWatched(async () => (await paperWithDigests(paperId)) ?? null);
  if (answer === undefined) return null;
  if (answer) {
    return (
      <PaperDetails
        paper={answer.paper}
        digests={newestFirst(answer.digests)}
        words={[]}
        saved={saved}
        onToggle={onToggle}
        onBack={onBack}
        show={show}
        wanted={wanted}
      />
    );
  }
  return (
    <section class="details" aria-label={t('shared.paper')}>
      <div class="details-bar">
        <button type="button" class="quiet" onClick={onBack}>
          {t('shared.back')}
        </button>
        {saved && (
          <button type="button" class="button" onClick={onToggle}>
            {t('shared.remove')}
          </button>
        )}
      </div>
      <article class="details-paper">
        <h2>{t('list.missingTitle', { id: paperId })}</h2>
        <p class="details-digests">{t('list.missingHint')}</p>
        {saved && <EntryEditor paperId={paperId} wanted={wanted} />}
      </article>
    </section>
  );
}
