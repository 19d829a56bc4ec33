/** Running scripts in pages. */
import { browser } from 'wxt/browser';

/**
 * Milliseconds. Busy pages answer late; Chromium never runs, and never refuses, a script for a page
 * that it withholds.
 */
const PATIENCE_MS = 15_000;

/**
 * Runs a script in frames of a tab. Rejects if the page is closed to extensions, gone, or silent
 * for too long.
 */
export const runScript: typeof browser.scripting.executeScript = async (script) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The page does not answer.')), PATIENCE_MS);
  });
  try {
    return await Promise.race([browser.scripting.executeScript(script), late]);
  } finally {
    clearTimeout(timer);
  }
};
