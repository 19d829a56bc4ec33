/** Finds the browsers of this machine. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { BrowserName } from '../browser/driver/driver.ts';
import { downloadedBrowser } from './download-browser.ts';

/** Where browsers are told to be, before the usual places are searched. */
const OVERRIDE: Record<BrowserName, string> = { chromium: 'PAPERLIGHT_CHROMIUM', firefox: 'PAPERLIGHT_FIREFOX' };

const COMMANDS: Record<BrowserName, string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
    'brave-browser',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

const MAC_APPLICATIONS: Record<BrowserName, string[]> = {
  chromium: [
    'Google Chrome.app/Contents/MacOS/Google Chrome',
    'Chromium.app/Contents/MacOS/Chromium',
    'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'Brave Browser.app/Contents/MacOS/Brave Browser',
  ],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const WINDOWS_PROGRAMS: Record<BrowserName, string[]> = {
  chromium: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'Chromium\\Application\\chrome.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

/**
 * The path of a browser's executable, or undefined when there is none in the usual places and none
 * was downloaded.
 */
export async function findBrowser(name: BrowserName): Promise<string | undefined> {
  const told = process.env[OVERRIDE[name]];
  if (told) {
    if (existsSync(told)) return told;
    throw new Error(`${OVERRIDE[name]} names ${told}, but there is no such file.`);
  }
  return usualPlaces(name).find((path) => existsSync(path)) ?? downloadedBrowser(name);
}

/** The major version of a browser, or undefined if it does not tell. */
export function majorVersion(executable: string): number | undefined {
  // On Windows a browser asked for its version opens a window.
  if (process.platform === 'win32') return undefined;
  const said = execFileSync(executable, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const major = /(\d+)\.\d/.exec(said)?.[1];
  return major === undefined ? undefined : Number(major);
}

function usualPlaces(name: BrowserName): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        MAC_APPLICATIONS[name].map((path) => join(folder, path)),
      );
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => WINDOWS_PROGRAMS[name].map((path) => join(folder, path)));
    default:
      return (process.env.PATH ?? '')
        .split(':')
        .flatMap((folder) => COMMANDS[name].map((command) => join(folder, command)));
  }
}
