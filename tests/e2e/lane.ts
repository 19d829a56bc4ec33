/** The browser that all files of a lane share: it is started once, and reset between them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName, Driver, LaunchOptions } from '../browser/driver/driver.ts';
import { launch } from '../browser/driver/launch.ts';

/** A browser and the folder of its profile. */
export interface RunningBrowser {
  driver: Driver;
  profile: string;
}

/** A reset takes less than a second; a browser that takes this long for it hangs. */
const RESET_TIMEOUT_MS = 60_000;

let shared: RunningBrowser | undefined;

/** The lane's browser as after an installation: no tabs, nothing stored. */
export async function borrowBrowser(name: BrowserName): Promise<RunningBrowser> {
  if (shared && !(await resets(shared.driver))) await discardBrowser();
  shared ??= await launchOwn(name);
  return shared;
}

/** Starts a browser for one file alone, on a new profile. */
export async function launchOwn(name: BrowserName, options: LaunchOptions = {}): Promise<RunningBrowser> {
  const profile = mkdtempSync(join(process.env.PAPERLIGHT_PROFILES as string, 'profile-'));
  return { driver: await launch(name, { profile, ...options }), profile };
}

/**
 * Ends the lane's browser, so that the next file gets another: what a test did to it can't be
 * undone.
 */
export async function discardBrowser(): Promise<void> {
  const { driver, profile } = shared as RunningBrowser;
  shared = undefined;
  await driver.kill().catch(() => {});
  removeProfile(profile);
}

/** Deletes the profile of a browser that has ended. */
export function removeProfile(profile: string): void {
  // A process of the browser may still be writing into it.
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

async function resets(driver: Driver): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), RESET_TIMEOUT_MS);
  const reset = driver.reset().then(
    () => true,
    (error) => {
      console.warn(`The browser could not be reset and is started again: ${error}`);
      return false;
    },
  );
  return Promise.race([reset, late.promise]).finally(() => clearTimeout(timer));
}

// Vitest ends its worker by this signal and tells no test before. Then its own process deletes the
// profiles.
process.once('SIGTERM', () => {
  try {
    if (shared) process.kill(shared.driver.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
  process.exit();
});
