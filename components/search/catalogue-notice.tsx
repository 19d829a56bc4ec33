import { useId } from 'preact/hooks';
import { t } from '../../lib/words/words.ts';
import { useDeferred } from '../hooks/use-deferred.ts';
import { Notice } from '../ui/notice.tsx';
import type { CatalogueState } from './catalogue.ts';

interface CatalogueNoticeProps {
  catalogue: CatalogueState;
  onRetry(): void;
}

/**
 * Replaces the papers until they are ready: says that they are being prepared, or why there are
 * none.
 */
export function CatalogueNotice({ catalogue, onRetry }: CatalogueNoticeProps) {
  const titleId = useId();
  if (catalogue.state === 'failed') {
    return <Failed reason={catalogue.reason} onRetry={onRetry} />;
  }
  if (catalogue.state !== 'merging') return null;
  return (
    <div class="notice">
      <h2 id={titleId}>{t('search.preparingPapers')}</h2>
      <p>{t('search.preparingPapersHint')}</p>
      <div class="progress" role="progressbar" aria-labelledby={titleId} />
    </div>
  );
}

function Failed({ reason, onRetry }: { reason: string; onRetry(): void }) {
  const Recovery = useDeferred(loadRecovery);
  return (
    <>
      <Notice title={t('search.nothingToShow')} tone="error" action={{ label: t('shared.tryAgain'), run: onRetry }}>
        {reason}
      </Notice>
      {Recovery && <Recovery key={reason} onRetry={onRetry} />}
    </>
  );
}

const loadRecovery = () => import('../backup/recovery.tsx').then((recovery) => recovery.Recovery);
