/** Whether this page of the extension is in a private window, where nothing must leave a trace. */
import { browser } from 'wxt/browser';
import { optionalApis } from './optional-apis.ts';

let answer: Promise<boolean> | undefined;

/** Asks the browser, once. If it can't tell, assumes a private window. */
export function isPrivateWindow(): Promise<boolean> {
  answer ??= ask();
  return answer;
}

async function ask(): Promise<boolean> {
  const { windows } = optionalApis();
  if (!windows) return browser.extension.inIncognitoContext;
  try {
    return (await windows.getCurrent()).incognito;
  } catch {
    return true;
  }
}
