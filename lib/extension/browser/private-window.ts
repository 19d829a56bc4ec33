/**
 * Whether this page of the extension is in a private window. What is done there leaves no trace.
 */
import { browser } from 'wxt/browser';
import { lackable } from './lackable.ts';

let asked: Promise<boolean> | undefined;

/** Asks the browser, once. A page that can't find out takes its window for private. */
export function isPrivateWindow(): Promise<boolean> {
  asked ??= ask();
  return asked;
}

async function ask(): Promise<boolean> {
  const { windows } = lackable();
  if (!windows) return browser.extension.inIncognitoContext;
  try {
    return (await windows.getCurrent()).incognito;
  } catch {
    return true;
  }
}
