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
  const name = saved ? 'Saved' : 'Save';
  return (
    <button
      type="button"
      class={compact ? 'save save-compact' : 'save'}
      aria-label={compact ? name : undefined}
      aria-pressed={saved}
      aria-describedby={describedBy}
      title={saved ? 'Remove from the reading list' : 'Save to the reading list'}
      tabIndex={tabIndex}
      onClick={onToggle}
    >
      {!compact && name}
    </button>
  );
}
