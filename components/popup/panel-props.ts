import type { PaperId } from '../../lib/core/paper.ts';
import type { CatalogueState } from '../hooks/use-catalogue.ts';
import type { Saving } from '../hooks/use-saving.ts';

/** What every panel of the popup is given. */
export interface PanelProps {
  shown: boolean;
  catalogue: CatalogueState;
  saved: ReadonlySet<PaperId>;
  saving: Saving;
  /** Tries again to open the database. */
  onRetry(): void;
}
