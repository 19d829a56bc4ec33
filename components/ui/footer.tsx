/** Keys, and what they do. */
export interface Hint {
  keys: string;
  does: string;
}

interface FooterProps {
  /** What the panel holds; read out when it changes. */
  status: string;
  hints: readonly Hint[];
}

/** The last line of a panel: what it holds, and the keys that act on it. */
export function Footer({ status, hints }: FooterProps) {
  return (
    <footer class="footer">
      <span role="status" aria-live="polite">
        {status}
      </span>
      <span class="hints">
        {hints.map(({ keys, does }) => (
          <span key={does} class="hint">
            <kbd>{keys}</kbd>
            {` ${does}`}
          </span>
        ))}
      </span>
    </footer>
  );
}

/** The key that goes back. Firefox closes a popup at Escape, whatever the popup says to it. */
export const backKey = import.meta.env.FIREFOX ? '←' : 'Esc';

/** How the command key is called on this machine, before a key: "Ctrl S", "⌘S". */
export function withCommandKey(key: string): string {
  return /Mac/.test(navigator.platform) ? `⌘${key}` : `Ctrl ${key}`;
}
