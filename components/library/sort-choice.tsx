import type { SortOrder } from '../../lib/core/query/parse-query.ts';
import { t } from '../../lib/words/words.ts';

interface SortChoiceProps {
  sort: SortOrder;
  /**
   * Whether the query has words: without, there is no relevance, and papers are in the order of the
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
