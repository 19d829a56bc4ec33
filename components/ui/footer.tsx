import { type PlainKey, t } from '../../lib/words/words.ts';
import { HelpButton } from './help.tsx';
import { type Command, type Shortcuts, shown } from './keys.ts';

/** A key, and what it does. */
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
      <Hints hints={hints} />
    </footer>
  );
}

/** Some keys, and the button that shows all of them. */
export function Hints({ hints }: { hints: readonly Hint[] }) {
  return (
    <>
      <span class="hints">
        {hints.map(({ keys, does }) => (
          <span key={does} class="hint">
            <kbd>{keys}</kbd>
            {` ${does}`}
          </span>
        ))}
      </span>
      <HelpButton />
    </>
  );
}

/** The hint for a command, or for a key that moves. `does` where another word says more. */
export function hintOf(shortcuts: Shortcuts, wanted: Command | string, does?: PlainKey): Hint {
  const found = shortcuts.find(({ command, keys }) => command === wanted || keys.includes(wanted));
  if (!found) throw new Error(`there is no key for ${wanted}`);
  const [first, second] = found.keys as [string, string?];
  // Two ways of one movement are one key to look at.
  const keys = second && /Arrow/.test(first) ? `${shown(first)}${shown(second).at(-1)}` : shown(first);
  const hint = does ?? found.hint;
  return { keys, does: hint ? t(hint) : '' };
}
