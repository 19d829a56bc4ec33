/** Runs scripts in pages, with a timeout. */
import { browser } from 'wxt/browser';

/**
 * Long, since busy pages answer late. Needed because Chromium neither runs nor refuses a script for
 * a page that it withholds.
 */
const TIMEOUT_MS = 15_000;

/**
 * Runs a script in frames of a tab. Rejects if the page is closed to extensions, gone, or does not
 * answer in time.
 */
export const runScript: typeof browser.scripting.executeScript = async (script) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The page does not answer.')), TIMEOUT_MS);
  });
  try {
    return await Promise.race([browser.scripting.executeScript(script), late]);
  } finally {
    clearTimeout(timer);
  }
};
