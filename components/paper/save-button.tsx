import { t } from '../../lib/words/words.ts';

interface SaveButtonProps {
  saved: boolean;
  onToggle(): void;
  /** Shows the bookmark alone; the name stays for screen readers. */
  compact?: boolean;
  /** Id of the element that says which paper. */
  describedBy?: string;
  tabIndex?: number;
}

/**
 * Puts a paper on the reading list or takes it off. Shows what is on disk, not what was asked for;
 * its bookmark is drawn by its style.
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
