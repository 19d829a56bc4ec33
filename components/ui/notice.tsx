import type { ComponentChildren } from 'preact';

interface NoticeProps {
  title: string;
  children?: ComponentChildren;
  /** What the reader can do about it. */
  action?: { label: string; run(): void } | undefined;
  /** Errors are read out at once. */
  tone?: 'calm' | 'error';
}

/** What stands in a panel in place of papers: nothing there yet, nothing found, something wrong. */
export function Notice({ title, children, action, tone = 'calm' }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'error' ? 'alert' : undefined}>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {action && (
        <button type="button" class="button" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
