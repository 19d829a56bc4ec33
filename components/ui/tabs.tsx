import { useRef } from 'preact/hooks';
import { movedTo } from './moving.ts';

/** A tab of a row of tabs. */
export interface Tab<Name extends string> {
  name: Name;
  label: string;
  /** A number beside the label, for the eye: the panel says it in words. */
  count?: number | undefined;
}

interface TabsProps<Name extends string> {
  label: string;
  tabs: readonly Tab<Name>[];
  current: Name;
  onChange(name: Name): void;
  /** Arrow down: into what the tab shows. */
  onEnter(): void;
}

/**
 * A row of tabs; each controls the element with the id `panel-{name}`. Arrow keys go from one to
 * the next.
 */
export function Tabs<Name extends string>({ label, tabs, current, onChange, onEnter }: TabsProps<Name>) {
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onEnter();
      return;
    }
    const index = tabs.findIndex((tab) => tab.name === current);
    const target = tabs[targetOf(event.key, index, tabs.length)];
    if (!target || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChange(target.name);
    row.current?.querySelector<HTMLElement>(`#tab-${target.name}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={row} onKeyDown={onKeyDown}>
      {tabs.map(({ name, label, count }) => (
        <button
          key={name}
          type="button"
          role="tab"
          class="tab"
          id={`tab-${name}`}
          aria-controls={`panel-${name}`}
          aria-selected={name === current}
          tabIndex={name === current ? 0 : -1}
          onClick={() => onChange(name)}
        >
          <span class="tab-label" data-label={label}>
            {label}
          </span>
          {count !== undefined && (
            <span class="tab-count" aria-hidden="true" data-empty={count === 0}>
              {count > 99 ? '99+' : count}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

/** The tab that a key leads to; around the ends for arrows. -1 for keys that don't move. */
function targetOf(key: string, index: number, count: number): number {
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index - 1 + count) % count;
  return key === 'Home' || key === 'End' ? (movedTo(key, index, count) ?? -1) : -1;
}

/** Moves the focus to the tab that is shown: a place to be when what had the focus is gone. */
export function focusCurrentTab(): void {
  document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
}
