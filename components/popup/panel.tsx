import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { PaperId } from '../../lib/core/model/paper.ts';
import type { Saving } from '../hooks/use-saving.ts';
import type { CatalogueState } from '../search/catalogue.ts';

interface TabPanelProps {
  name: string;
  shown: boolean;
  children: ComponentChildren;
  /**
   * Lies over the panel, which stays as it is beneath: list, query and scroll position are there
   * again afterwards.
   */
  over?: ComponentChildren;
}

/**
 * What a tab shows. Hidden panels keep their place in the layout and with it their scroll
 * positions; one that was never shown is empty, so that the popup opens as fast with a long reading
 * list as without.
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

/** What every panel of the popup is given. */
export interface PanelProps {
  shown: boolean;
  catalogue: CatalogueState;
  saved: ReadonlySet<PaperId>;
  saving: Saving;
  /** Tries again to open the database. */
  onRetry(): void;
}
