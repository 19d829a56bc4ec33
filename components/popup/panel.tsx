import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { PaperId } from '../../lib/core/model/paper.ts';
import type { Saving } from '../hooks/use-saving.ts';
import type { CatalogueState } from '../search/catalogue.ts';

interface TabPanelProps {
  name: string;
  shown: boolean;
  children: ComponentChildren;
  /** Shown over the panel, which keeps its list, query and scroll position beneath. */
  over?: ComponentChildren;
}

/**
 * The panel of a tab. Hidden panels stay in the layout and so keep their scroll positions; one that
 * was never shown is empty, so that a long reading list does not slow down opening.
 */
export function Panel({ name, shown, children, over }: TabPanelProps) {
  const wasShown = useRef(shown);
  wasShown.current ||= shown;
  return (
    <div class="panel" role="tabpanel" id={`panel-${name}`} aria-labelledby={`tab-${name}`} data-shown={shown}>
      <div class="panel-body" inert={Boolean(over)}>
        {wasShown.current && children}
      </div>
      {over}
    </div>
  );
}

/** The props of every panel. */
export interface PanelProps {
  shown: boolean;
  catalogue: CatalogueState;
  saved: ReadonlySet<PaperId>;
  saving: Saving;
  /** Tries again to open the database. */
  onRetry(): void;
}
