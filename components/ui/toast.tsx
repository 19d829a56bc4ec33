import { useRef } from 'preact/hooks';
import { t } from '../../lib/words/words.ts';
import { Icon } from './icon.tsx';
import { focusCurrentTab } from './tabs.tsx';
import type { Toasts } from './use-toast.ts';

/** Shows the current notice above everything, and reads it out. */
export function ToastView({ toast, dismiss, hold }: Toasts) {
  const before = useRef<EventTarget | null>(null);
  const close = (): void => {
    dismiss();
    // The focus returns to where it was.
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    else focusCurrentTab();
  };
  const act = (): void => {
    const action = toast?.action;
    close();
    action?.run();
  };
  return (
    // The region exists before its text: screen readers announce changes of existing regions.
    <div
      class="toast-region"
      role={toast?.tone === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocusIn={(event) => {
        hold(true);
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) before.current = event.relatedTarget;
      }}
      onFocusOut={() => hold(false)}
    >
      {toast && (
        <div class={`toast toast-${toast.tone}`} key={toast.text}>
          <span class="toast-text">{toast.text}</span>
          {toast.action && (
            <button type="button" class="toast-action" onClick={act}>
              {toast.action.label}
            </button>
          )}
          <button type="button" class="toast-close" aria-label={t('shared.dismiss')} onClick={close}>
            <Icon name="clear" />
          </button>
        </div>
      )}
    </div>
  );
}
