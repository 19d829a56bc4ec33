/**
 * What the popup and the side panel remember from one opening to the next, in this machine's
 * storage. Nothing of private windows.
 */

/** Undefined until the browser has said so. */
let isPrivate: boolean | undefined;
/** What was to be kept before that, by name. Nothing of it is stored yet. */
const held = new Map<string, unknown>();

/** Says whether the window is private: what was held back is stored, or dropped. */
export function keepUnless(isPrivateWindow: boolean): void {
  isPrivate = isPrivateWindow;
  for (const [name, value] of held) keep(name, value);
  held.clear();
}

/**
 * Keeps a value under a name, unless the window is private or storage is refused: then it is
 * missing the next time.
 */
export function keep(name: string, value: unknown): void {
  if (isPrivate === undefined) held.set(name, value);
  if (isPrivate !== false) return;
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // The next opening does without.
  }
}

/** What was kept under a name; undefined if there is nothing that can be read. */
export function kept(name: string): unknown {
  if (held.has(name)) return held.get(name);
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Forgets all that was kept under names that begin so. */
export function forget(beginning: string): void {
  for (const name of held.keys()) if (name.startsWith(beginning)) held.delete(name);
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(beginning)) localStorage.removeItem(name);
  } catch {
    // Where storage is refused there is nothing to forget.
  }
}
