import type { ComponentChildren } from 'preact';
import { digestLabel } from '../../lib/core/digest-label.ts';
import { newestFirst } from '../../lib/core/digest-order.ts';
import type { FacetCounts, ListPlace } from '../../lib/core/library-results.ts';
import type { Digest } from '../../lib/core/paper.ts';
import { statuses } from '../../lib/core/statuses.ts';
import type { LibraryView } from '../../lib/extension/library-view.ts';

interface FacetsProps {
  view: LibraryView;
  /** Undefined before the first answer. */
  counts: FacetCounts | undefined;
  digests: ReadonlyMap<string, Digest>;
  go(change: Partial<LibraryView>): void;
}

const places: [ListPlace, string][] = [
  ['yes', 'Saved'],
  ...statuses.map(({ status, label }): [ListPlace, string] => [status, label]),
  ['no', 'Not saved'],
];
/** Tags that are offered, those used most first; `tag:` in a query finds the others. */
const MOST_TAGS = 12;

/** What the papers can be narrowed by, with how many there would be. Pressing what is pressed takes it back. */
export function Facets({ view, counts, digests, go }: FacetsProps) {
  const counted = [...(counts?.tags.keys() ?? [])].slice(0, MOST_TAGS);
  const tags = view.tag === null || counted.includes(view.tag) ? counted : [...counted, view.tag];
  return (
    <nav class="facets" aria-label="Narrow">
      <Group title="Reading list">
        {places.map(([place, label]) => (
          <Facet
            key={place}
            label={label}
            count={counts?.saved[place]}
            on={view.saved === place}
            onToggle={(on) => go({ saved: on ? place : null })}
          />
        ))}
      </Group>
      {tags.length > 0 && (
        <Group title="Tag">
          {tags.map((tag) => (
            <Facet
              key={tag}
              label={tag}
              count={counts?.tags.get(tag) ?? 0}
              on={view.tag === tag}
              onToggle={(on) => go({ tag: on ? tag : null })}
            />
          ))}
        </Group>
      )}
      <Group title="Has">
        <Facet label="Code" count={counts?.code} on={view.code} onToggle={(on) => go({ code: on })} />
      </Group>
      <Group title="Digest">
        {newestFirst(digests.values()).map((digest) => (
          <Facet
            key={digest.id}
            label={digestLabel(digest)}
            count={counts && (counts.digests.get(digest.id) ?? 0)}
            on={view.digest === digest.id}
            onToggle={(on) => go({ digest: on ? digest.id : null })}
          />
        ))}
      </Group>
    </nav>
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
  /** Undefined while it is not known. */
  count: number | undefined;
  on: boolean;
  onToggle(on: boolean): void;
}

function Facet({ label, count, on, onToggle }: FacetProps) {
  return (
    <button type="button" class="facet" aria-pressed={on} disabled={count === 0 && !on} onClick={() => onToggle(!on)}>
      <span class="facet-label">{label}</span>
      <span class="facet-count">{count}</span>
    </button>
  );
}
