import { useRef } from 'preact/hooks';
import { movedTo } from './moving.ts';

/** A tab. */
export interface Tab<Name extends string> {
  name: Name;
  label: string;
  /** A number beside the label, hidden from screen readers: the panel says it in words. */
  count?: number | undefined;
}

interface TabsProps<Name extends string> {
  label: string;
  tabs: readonly Tab<Name>[];
  current: Name;
  onChange(name: Name): void;
  /** Arrow down moves into the panel. */
  onEnter(): void;
}

/** A row of tabs, each for the element with the id `panel-{name}`. Arrow keys move between them. */
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

/** The index of the tab that a key moves to, wrapping around for arrows; -1 for other keys. */
function targetOf(key: string, index: number, count: number): number {
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index - 1 + count) % count;
  return key === 'Home' || key === 'End' ? (movedTo(key, index, count) ?? -1) : -1;
}

/** Moves the focus to the current tab, when the focused element is gone. */
export function focusCurrentTab(): void {
  document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
}
