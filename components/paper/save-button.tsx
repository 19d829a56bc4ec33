import { t } from '../../lib/words/words.ts';

interface SaveButtonProps {
  saved: boolean;
  onToggle(): void;
  /** Shows the bookmark alone, with the name for screen readers. */
  compact?: boolean;
  /** Id of the element with the paper's title. */
  describedBy?: string;
  tabIndex?: number;
}

/**
 * Saves a paper or removes it. Shows what is on disk, not what was clicked; the bookmark is drawn
 * by CSS.
 */
export function SaveButton({ saved, onToggle, compact = false, describedBy, tabIndex = 0 }: SaveButtonProps) {
  const name = t(saved ? 'shared.saved' : 'shared.save');
  return (
    <button
      type="button"
      class={compact ? 'save save-compact' : 'save'}
      aria-label={compact ? name : undefined}
      aria-pressed={saved}
      aria-describedby={describedBy}
      title={t(saved ? 'paper.removeFromList' : 'paper.saveToList')}
      tabIndex={tabIndex}
      onClick={onToggle}
    >
      {!compact && name}
    </button>
  );
}
