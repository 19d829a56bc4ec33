import type { SortOrder } from '../../lib/core/query/parse-query.ts';

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
      Sort by
      <select value={shown} onChange={(event) => onChange(event.currentTarget.value as SortOrder)}>
        {asked && <option value="relevance">relevance</option>}
        <option value="digest">digest</option>
        <option value="saved">when saved</option>
        <option value="year">year</option>
      </select>
    </label>
  );
}
