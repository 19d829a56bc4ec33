import { type PlainKey, t } from '../../lib/words/words.ts';
import { HelpButton } from './help.tsx';
import { type Command, type Shortcuts, shown } from './keys.ts';

/** A key and its action. */
export interface Hint {
  keys: string;
  does: string;
}

interface FooterProps {
  /** What the panel contains; read out when it changes. */
  status: string;
  hints: readonly Hint[];
}

/** The last line of a panel: what it contains, and its keys. */
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

/** Some keys, and a button to show all. */
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

/** The hint for a command, or for a key that moves; `does` overrides its text. */
export function hintOf(shortcuts: Shortcuts, wanted: Command | string, does?: PlainKey): Hint {
  const found = shortcuts.find(({ command, keys }) => command === wanted || keys.includes(wanted));
  if (!found) throw new Error(`there is no key for ${wanted}`);
  const [first, second] = found.keys as [string, string?];
  // The two directions of a movement are shown as one key.
  const keys = second && /Arrow/.test(first) ? `${shown(first)}${shown(second).at(-1)}` : shown(first);
  const hint = does ?? found.hint;
  return { keys, does: hint ? t(hint) : '' };
}
