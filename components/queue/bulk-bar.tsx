import type { ComponentChildren, RefObject } from 'preact';
import type { ReadingListEntry, ReadingStatus } from '../../lib/core/model/entry.ts';
import { type TagUse, tagsByUse } from '../../lib/core/model/tags.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { StatusChoice } from '../entry/status-choice.tsx';
import { TagInput } from '../entry/tag-input.tsx';

interface BulkBarProps {
  /** The selected entries. */
  entries: readonly ReadingListEntry[];
  known: readonly TagUse[];
  tagBox: RefObject<HTMLInputElement | null>;
  onStatus(status: ReadingStatus): void;
  onAddTag(tag: string): void;
  onRemoveTag(tag: string): void;
  onRemove(): void;
  onClear(): void;
  /** More actions. */
  children?: ComponentChildren;
}

/** Actions on several papers at once. */
export function BulkBar(props: BulkBarProps) {
  const { entries, known, tagBox, onStatus, onAddTag, onRemoveTag, onRemove, onClear, children } = props;
  const [first, ...others] = entries;
  const uses = tagsByUse(entries);
  // Tags that only some have, with how many do.
  const partial = new Map(uses.filter((use) => use.count < entries.length).map((use) => [use.tag, use.count]));
  const isAlike = others.every(({ status }) => status === first?.status);
  return (
    <section class="bulk" aria-label={t('list.selected')}>
      <p role="status">{t('list.countSelected', entries.length, { n: formatNumber(entries.length) })}</p>
      <StatusChoice value={isAlike ? first?.status : undefined} onChange={onStatus} />
      <TagInput
        label={t('note.tagsOfSelected')}
        addLabel={t('note.addTagsToSelected')}
        tags={uses.map(({ tag }) => tag)}
        partial={partial}
        known={known}
        box={tagBox}
        onAdd={onAddTag}
        onRemove={onRemoveTag}
      />
      {children}
      <button type="button" class="button" onClick={onRemove}>
        {t('shared.remove')}
      </button>
      <button type="button" class="quiet" onClick={onClear}>
        {t('list.clearSelection')}
      </button>
    </section>
  );
}
