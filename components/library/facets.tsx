import type { ComponentChildren } from 'preact';
import { newestFirst } from '../../lib/core/digests/digest-label.ts';
import type { Digest } from '../../lib/core/model/paper.ts';
import { statuses } from '../../lib/core/model/statuses.ts';
import { tagKey } from '../../lib/core/model/tag-key.ts';
import type { FacetCounts, ListPlace } from '../../lib/core/search/facet-counts.ts';
import { digestName } from '../../lib/extension/browser/digest-name.ts';
import type { LibraryView } from '../../lib/extension/browser/library-view.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { statusWord } from '../../lib/words/status-words.ts';
import { t } from '../../lib/words/words.ts';

interface FacetsProps {
  view: LibraryView;
  /** Undefined before the first results. */
  counts: FacetCounts | undefined;
  digests: ReadonlyMap<string, Digest>;
  go(change: Partial<LibraryView>): void;
  /** More content of the column. */
  children?: ComponentChildren;
}

const places: ListPlace[] = ['yes', ...statuses.map(({ status }) => status), 'no'];

function placeWord(place: ListPlace): string {
  if (place === 'yes') return t('shared.saved');
  return place === 'no' ? t('library.notSaved') : statusWord(place);
}

/** The most tags that are offered, most used first; `tag:` in a query finds the others. */
const MAX_TAGS = 12;

/** The most years or venues that are offered; `year:` and `venue:` in a query find the others. */
const MAX_VALUES = 8;

/** Filters with the number of papers that each would leave. Pressing one again removes it. */
export function Facets({ view, counts, digests, go, children }: FacetsProps) {
  const counted = [...(counts?.tags.keys() ?? [])].slice(0, MAX_TAGS);
  const { tag: chosen } = view;
  const isOn = (tag: string): boolean => chosen !== null && tagKey(tag) === tagKey(chosen);
  const all = newestFirst(digests.values());
  const tags = chosen === null || counted.some(isOn) ? counted : [...counted, chosen];
  return (
    <nav class="facets" aria-label={t('shared.narrow')}>
      <Group title={t('shared.readingList')}>
        {places.map((place) => (
          <Facet
            key={place}
            label={placeWord(place)}
            count={counts?.saved[place]}
            on={view.saved === place}
            onToggle={(on) => go({ saved: on ? place : null })}
          />
        ))}
      </Group>
      {tags.length > 0 && (
        <Group title={t('library.tag')}>
          {tags.map((tag) => (
            <Facet
              key={tag}
              label={tag}
              count={counts?.tags.get(tag) ?? 0}
              on={isOn(tag)}
              onToggle={(on) => go({ tag: on ? tag : null })}
            />
          ))}
        </Group>
      )}
      <Group title={t('library.has')}>
        <Facet label={t('paper.code')} count={counts?.code} on={view.code} onToggle={(on) => go({ code: on })} />
      </Group>
      <Counted title={t('library.year')} counts={counts?.years} chosen={view.year} choose={(year) => go({ year })} />
      <Counted
        title={t('library.venue')}
        counts={counts?.venues}
        chosen={view.venue}
        choose={(venue) => go({ venue })}
      />
      {[
        { title: t('library.digest'), sources: all.filter(isDigest) },
        { title: t('library.source'), sources: all.filter((source) => !isDigest(source)) },
      ].map(
        ({ title, sources }) =>
          sources.length > 0 && (
            <Group key={title} title={title}>
              {sources.map((source) => (
                <Facet
                  key={source.id}
                  label={digestName(source)}
                  count={counts && (counts.digests.get(source.id) ?? 0)}
                  on={view.digest === source.id}
                  onToggle={(on) => go({ digest: on ? source.id : null })}
                />
              ))}
            </Group>
          ),
      )}
      {children}
    </nav>
  );
}

/** Whether a source is a digest, rather than a library, a page or single papers. */
function isDigest({ source }: Digest): boolean {
  return source === 'bundled' || source === 'file';
}

interface CountedProps<T> {
  title: string;
  counts: ReadonlyMap<T, number> | undefined;
  chosen: T | null;
  choose(value: T | null): void;
}

/** A facet of many values, of which the first are offered; nothing if no paper has any. */
function Counted<T extends string | number>({ title, counts = new Map(), chosen, choose }: CountedProps<T>) {
  const offered = [...counts.keys()].slice(0, MAX_VALUES);
  const values = chosen === null || offered.includes(chosen) ? offered : [...offered, chosen];
  if (values.length === 0) return null;
  return (
    <Group title={title}>
      {values.map((value) => (
        <Facet
          key={value}
          label={String(value)}
          count={counts.get(value) ?? 0}
          on={value === chosen}
          onToggle={(on) => choose(on ? value : null)}
        />
      ))}
    </Group>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="facet-group">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface FacetProps {
  label: string;
  /** Undefined until known. */
  count: number | undefined;
  on: boolean;
  onToggle(on: boolean): void;
}

function Facet({ label, count, on, onToggle }: FacetProps) {
  return (
    <button type="button" class="facet" aria-pressed={on} disabled={count === 0 && !on} onClick={() => onToggle(!on)}>
      <bdi class="facet-label">{label}</bdi>
      <span class="facet-count">{count === undefined ? count : formatNumber(count)}</span>
    </button>
  );
}
