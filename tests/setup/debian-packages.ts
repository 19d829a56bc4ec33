/** Debian's packages of browsers. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { BrowserName } from '../browser/driver/driver.ts';

const PACKAGE: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' };

/**
 * Whether this user may install Debian's packages here. Other distributions with apt have no such
 * packages, or empty ones.
 */
export function canInstallPackages(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Installs the packages of these browsers. Throws with what apt-get said if that fails. */
export function installPackages(names: BrowserName[]): void {
  try {
    runAptGet('update');
  } catch (error) {
    // One unreachable source of several is no reason to stop: what matters is whether the packages
    // can be installed.
    console.warn(error instanceof Error ? error.message : error);
  }
  runAptGet('install', '-y', ...names.map((name) => PACKAGE[name]));
}

function runAptGet(...args: string[]): void {
  console.log(`Running apt-get ${args.join(' ')} …`);
  const run = spawnSync('apt-get', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`apt-get ${args[0]} failed:\n${run.stdout}${run.stderr}`);
}
