/** Starts whichever browser is asked for. */
import { findBrowser } from '../../setup/find-browser.ts';
import { launchChromium } from './chromium.ts';
import type { BrowserName, Driver, LaunchOptions } from './driver.ts';
import { launchFirefox } from './firefox.ts';

/** Starts a browser of this machine with the built extension. Throws if there is none. */
export async function launch(name: BrowserName, options: LaunchOptions = {}): Promise<Driver> {
  const executable = await findBrowser(name);
  if (!executable)
    throw new Error(`No ${name} on this machine. "npm start" and "npm test" install one where they can.`);
  return name === 'firefox' ? launchFirefox(executable, options) : launchChromium(executable, options);
}
