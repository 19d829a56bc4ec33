import { Icon } from '../ui/icon.tsx';

interface SaveButtonProps {
  saved: boolean;
  onToggle(): void;
  /** Shows the bookmark alone; the name stays for screen readers. */
  compact?: boolean;
  /** Id of the element that says which paper. */
  describedBy?: string;
  tabIndex?: number;
}

/** Puts a paper on the reading list or takes it off. Shows what is on disk, not what was asked for. */
export function SaveButton({ saved, onToggle, compact = false, describedBy, tabIndex = 0 }: SaveButtonProps) {
  return (
    <button
      type="button"
      class={compact ? 'save save-compact' : 'save'}
      aria-pressed={saved}
      aria-describedby={describedBy}
      title={saved ? 'Remove from the reading list' : 'Save to the reading list'}
      tabIndex={tabIndex}
      onClick={onToggle}
    >
      <Icon name={saved ? 'saved' : 'save'} />
      <span class={compact ? 'unseen' : undefined}>{saved ? 'Saved' : 'Save'}</span>
    </button>
  );
}
