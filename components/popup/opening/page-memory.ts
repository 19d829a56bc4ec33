/**
 * What popup and side panel remember between openings, in `localStorage`; nothing of private
 * windows.
 */

/** Undefined until known. */
let isPrivate: boolean | undefined;
/** Values to store once it is known that the window is not private, by name. */
const held = new Map<string, unknown>();

/** Call when it is known whether the window is private: stores or drops the held values. */
export function keepUnless(isPrivateWindow: boolean): void {
  isPrivate = isPrivateWindow;
  for (const [name, value] of held) keep(name, value);
  held.clear();
}

/** Stores a value under a name, unless the window is private or storage fails. */
export function keep(name: string, value: unknown): void {
  if (isPrivate === undefined) held.set(name, value);
  if (isPrivate !== false) return;
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // The next opening works without it.
  }
}

/** The value stored under a name; undefined if there is none or it can't be read. */
export function kept(name: string): unknown {
  if (held.has(name)) return held.get(name);
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Deletes all values whose names begin with `prefix`. */
export function forget(prefix: string): void {
  for (const name of held.keys()) if (name.startsWith(prefix)) held.delete(name);
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
  } catch {
    // Without storage there is nothing to delete.
  }
}
