import { useState } from 'preact/hooks';
import { statuses } from '../../lib/core/model/statuses.ts';
import { tagKey } from '../../lib/core/model/tag-key.ts';
import { cleanTag, withoutTags, withRenamedTag } from '../../lib/core/model/tags.ts';
import type { QueueView } from '../../lib/extension/browser/queue-view.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { statusWord } from '../../lib/words/status-words.ts';
import { t } from '../../lib/words/words.ts';
import type { QueueCounts } from './queue-rows.ts';

interface QueueFacetsProps {
  view: QueueView;
  counts: QueueCounts;
  go(change: Partial<QueueView>): void;
  /** Renames a tag on all papers, or deletes it for null. */
  onRename(tag: string, name: string | null): void;
}

/** Filters with the number of papers that each would leave. Pressing one again removes it. */
export function QueueFacets({ view, counts, go, onRename }: QueueFacetsProps) {
  const chosen = new Set(view.tags.map(tagKey));
  const excluded = new Set(view.without.map(tagKey));
  return (
    <nav class="facets" aria-label={t('shared.narrow')}>
      <section class="facet-group">
        <h2>{t('shared.status')}</h2>
        <Facet
          label={t('list.all')}
          count={counts.all}
          on={view.status === null}
          onToggle={() => go({ status: null })}
        />
        {statuses.map(({ status }) => (
          <Facet
            key={status}
            label={statusWord(status)}
            count={counts.statuses[status]}
            on={view.status === status}
            onToggle={(on) => go({ status: on ? status : null })}
          />
        ))}
      </section>
      {counts.tags.length > 0 && (
        <section class="facet-group">
          <h2>{t('shared.tags')}</h2>
          <Facet
            label={t('list.untagged')}
            count={counts.untagged}
            on={view.untagged}
            onToggle={(on) => go({ untagged: on, tags: [] })}
          />
          {counts.tags.map(({ tag, count }) => {
            const isChosen = chosen.has(tagKey(tag));
            const isExcluded = excluded.has(tagKey(tag));
            return (
              <div key={tagKey(tag)}>
                <Facet
                  label={isExcluded ? t('list.notTag', { tag }) : tag}
                  count={count}
                  on={isChosen || isExcluded}
                  onToggle={() => {
                    const tags = withoutTags(view.tags, [tag]);
                    const without = withoutTags(view.without, [tag]);
                    go({ tags: isChosen || isExcluded ? tags : [...tags, tag], without, untagged: false });
                  }}
                />
                {isChosen && (
                  <TagTools
                    tag={tag}
                    onExclude={() =>
                      go({ tags: withoutTags(view.tags, [tag]), without: [...view.without, tag], untagged: false })
                    }
                    onRename={(name) => {
                      onRename(tag, name);
                      go({
                        tags: name === null ? withoutTags(view.tags, [tag]) : withRenamedTag(view.tags, tag, name),
                      });
                    }}
                  />
                )}
              </div>
            );
          })}
        </section>
      )}
    </nav>
  );
}

interface TagToolsProps {
  tag: string;
  /** Shows the papers without it instead. */
  onExclude(): void;
  onRename(name: string | null): void;
}

/** Excludes a tag, or renames or deletes it on all papers. */
function TagTools({ tag, onExclude, onRename }: TagToolsProps) {
  const [name, setName] = useState<string>();
  if (name === undefined) {
    return (
      <div class="tag-tools">
        <button type="button" class="quiet" title={t('list.excludeHint')} onClick={onExclude}>
          {t('list.exclude')}
        </button>
        <button type="button" class="quiet" onClick={() => setName(tag)}>
          {t('list.renameTag')}
        </button>
        <button type="button" class="quiet" title={t('list.deleteTagHint')} onClick={() => onRename(null)}>
          {t('list.deleteTag')}
        </button>
      </div>
    );
  }
  const isNew = cleanTag(name) !== '' && cleanTag(name) !== tag;
  return (
    <form
      class="tag-tools"
      onSubmit={(event) => {
        event.preventDefault();
        if (isNew) onRename(cleanTag(name));
        setName(undefined);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        setName(undefined);
      }}
    >
      <input
        type="text"
        dir="auto"
        aria-label={t('list.newName', { tag })}
        value={name}
        ref={(box) => {
          if (!box || document.activeElement === box || box.value !== tag) return;
          box.focus();
          box.select();
        }}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="quiet">
        {t('list.rename')}
      </button>
    </form>
  );
}

interface FacetProps {
  label: string;
  count: number;
  on: boolean;
  onToggle(on: boolean): void;
}

function Facet({ label, count, on, onToggle }: FacetProps) {
  return (
    <button type="button" class="facet" aria-pressed={on} onClick={() => onToggle(!on)}>
      <bdi class="facet-label">{label}</bdi>
      <span class="facet-count">{formatNumber(count)}</span>
    </button>
  );
}
