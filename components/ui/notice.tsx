import type { ComponentChildren } from 'preact';

/** A button of a notice. */
interface Action {
  label: string;
  run(): void;
}

interface NoticeProps {
  title: string;
  children?: ComponentChildren;
  /** What the reader can do about it. */
  action?: Action | Action[] | undefined;
  /** Errors are read out at once. */
  tone?: 'calm' | 'error';
}

/** Replaces the papers of a panel: none yet, none found, or an error. */
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
