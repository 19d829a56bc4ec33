/**
 * A word that no page can guess, by which the content scripts of one page tell each other apart
 * from the page.
 */
import { browser } from 'wxt/browser';

const KEY = 'event-word';

/** The word of this installation. It is made when it is first asked for, and outlives updates. */
export async function eventWord(): Promise<string> {
  const stored = await readWord();
  if (stored !== undefined) return stored;
  const word = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
  await browser.storage.local.set({ [KEY]: word });
  // Of frames that make one at the same time, the last has written it.
  return (await readWord()) ?? word;
}

async function readWord(): Promise<string | undefined> {
  const { [KEY]: word } = await browser.storage.local.get(KEY);
  return typeof word === 'string' ? word : undefined;
}
