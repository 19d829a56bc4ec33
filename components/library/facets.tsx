import type { ComponentChildren } from 'preact';
import { digestLabel } from '../../lib/core/digest-label.ts';
import { newestFirst } from '../../lib/core/digest-order.ts';
import type { Digest } from '../../lib/core/paper.ts';
import type { LibraryView } from '../../lib/extension/library-view.ts';
import type { FacetCounts } from './library-results.ts';

interface FacetsProps {
  view: LibraryView;
  counts: FacetCounts;
  digests: ReadonlyMap<string, Digest>;
  go(change: Partial<LibraryView>): void;
}

/** What the papers can be narrowed by, with how many there would be. Pressing what is pressed takes it back. */
export function Facets({ view, counts, digests, go }: FacetsProps) {
  return (
    <nav class="facets" aria-label="Narrow">
      <Group title="Reading list">
        <Facet
          label="Saved"
          count={counts.saved}
          on={view.saved === 'yes'}
          onToggle={(on) => go({ saved: on ? 'yes' : null })}
        />
        <Facet
          label="Not saved"
          count={counts.unsaved}
          on={view.saved === 'no'}
          onToggle={(on) => go({ saved: on ? 'no' : null })}
        />
      </Group>
      <Group title="Has">
        <Facet label="Code" count={counts.code} on={view.code} onToggle={(on) => go({ code: on })} />
      </Group>
      <Group title="Digest">
        {newestFirst(digests.values()).map((digest) => (
          <Facet
            key={digest.id}
            label={digestLabel(digest)}
            count={counts.digests.get(digest.id) ?? 0}
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
  count: number;
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
