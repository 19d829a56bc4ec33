/** Browsers downloaded for a machine that has none, in a folder of the user's caches. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Browser, detectBrowserPlatform, getInstalledBrowsers, install, resolveBuildId } from '@puppeteer/browsers';
import type { BrowserName } from '../browser/driver/driver.ts';

const PRODUCT: Record<BrowserName, Browser> = { chromium: Browser.CHROME, firefox: Browser.FIREFOX };

/** The executable of a browser that was downloaded before. */
export async function downloadedBrowser(name: BrowserName): Promise<string | undefined> {
  const installed = await getInstalledBrowsers({ cacheDir: cacheFolder() });
  return installed.find(({ browser }) => browser === PRODUCT[name])?.executablePath;
}

/** Downloads the current release of a browser and returns its executable. */
export async function downloadBrowser(name: BrowserName): Promise<string> {
  const platform = detectBrowserPlatform();
  if (!platform) throw new Error(`There is no download for ${process.platform} on ${process.arch}.`);
  const browser = PRODUCT[name];
  const buildId = await resolveBuildId(browser, platform, 'stable');
  const { executablePath } = await install({ browser, buildId, platform, cacheDir: cacheFolder() });
  return executablePath;
}

function cacheFolder(): string {
  return join(userCaches(), 'paperlight', 'browsers');
}

function userCaches(): string {
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Caches');
    case 'win32':
      return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
    default:
      return process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  }
}
