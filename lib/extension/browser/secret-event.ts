/**
 * The name of an event that no page can guess, for content scripts of different versions to find
 * each other.
 */
import { browser } from 'wxt/browser';

const KEY = 'event-word';

/** The name for this installation. It is generated on first use, and survives updates. */
export async function secretEventName(): Promise<string> {
  const stored = await readName();
  if (stored !== undefined) return stored;
  const name = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
  await browser.storage.local.set({ [KEY]: name });
  // If several frames generated one at the same time, the last written counts.
  return (await readName()) ?? name;
}

async function readName(): Promise<string | undefined> {
  const { [KEY]: name } = await browser.storage.local.get(KEY);
  return typeof name === 'string' ? name : undefined;
}
