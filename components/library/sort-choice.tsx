import type { SortOrder } from '../../lib/core/query/parse-query.ts';
import { t } from '../../lib/words/words.ts';

interface SortChoiceProps {
  sort: SortOrder;
  /**
   * Words are asked for: without them relevance means nothing, and the order is that of the
   * digests.
   */
  asked: boolean;
  onChange(sort: SortOrder): void;
}

/** The order of the papers. */
export function SortChoice({ sort, asked, onChange }: SortChoiceProps) {
  const shown = !asked && sort === 'relevance' ? 'digest' : sort;
  return (
    <label class="sort">
      {t('shared.sortBy')}
      <select value={shown} onChange={(event) => onChange(event.currentTarget.value as SortOrder)}>
        {asked && <option value="relevance">{t('library.sortRelevance')}</option>}
        <option value="digest">{t('library.sortDigest')}</option>
        <option value="saved">{t('shared.sortSaved')}</option>
        <option value="year">{t('library.sortYear')}</option>
      </select>
    </label>
  );
}
