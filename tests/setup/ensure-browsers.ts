/** Has browsers on this machine. */
import type { BrowserName } from '../browser/driver/driver.ts';
import { canInstallPackages, installPackages } from './debian-packages.ts';
import { downloadBrowser } from './download-browser.ts';
import { findBrowser, majorVersion } from './find-browser.ts';

/** The oldest versions that do: those that the manifests name. */
const OLDEST: Record<BrowserName, number> = { chromium: 140, firefox: 140 };

const INSTALL: Record<BrowserName, string> = {
  chromium: 'Install Chrome, Chromium or Edge, or set PAPERLIGHT_CHROMIUM to the path of one.',
  firefox: 'Install Firefox from https://www.mozilla.org/firefox, or set PAPERLIGHT_FIREFOX to the path of one.',
};

/**
 * Finds these browsers, installs those that are missing, and checks that they are not too old.
 * Throws a sentence that says what to do.
 */
export async function ensureBrowsers(names: BrowserName[]): Promise<void> {
  const found = await Promise.all(names.map(findBrowser));
  const missing = names.filter((_, i) => found[i] === undefined);
  if (missing.length > 0) await installBrowsers(missing);
  for (const name of names) await checkVersion(name);
}

async function installBrowsers(names: BrowserName[]): Promise<void> {
  if (canInstallPackages()) return installPackages(names);
  for (const name of names) {
    console.log(`There is no ${name} on this machine. Downloading one for the tests and the demonstration …`);
    try {
      console.log(`Downloaded to ${await downloadBrowser(name)}.`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`There is no ${name} here and the download failed (${reason}). ${INSTALL[name]}`);
    }
  }
}

async function checkVersion(name: BrowserName): Promise<void> {
  const executable = await findBrowser(name);
  if (!executable) throw new Error(`There is still no ${name} in the usual places. ${INSTALL[name]}`);
  const version = majorVersion(executable);
  if (version !== undefined && version < OLDEST[name]) {
    throw new Error(
      `${executable} is version ${version}, but Paperlight needs ${OLDEST[name]} or later. ${INSTALL[name]}`,
    );
  }
}
