import type { ComponentChildren } from 'preact';

/** What the reader can do about something. */
interface Action {
  label: string;
  run(): void;
}

interface NoticeProps {
  title: string;
  children?: ComponentChildren;
  /** What the reader can do about it: one thing, or a few. */
  action?: Action | Action[] | undefined;
  /** Errors are read out at once. */
  tone?: 'calm' | 'error';
}

/** What stands in a panel in place of papers: nothing there yet, nothing found, something wrong. */
export function Notice({ title, children, action = [], tone = 'calm' }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {[action].flat().map(({ label, run }) => (
        <button key={label} type="button" class="button" onClick={run}>
          {label}
        </button>
      ))}
    </div>
  );
}
