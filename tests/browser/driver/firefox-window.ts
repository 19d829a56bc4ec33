/** The window of Firefox itself, from which everything in the browser can be reached. */
import type { Browser } from 'puppeteer-core';
import { callOf } from './call.ts';

/** Answers of WebDriver BiDi that are used here. */
interface Answer {
  result: {
    contexts: { context: string; url: string }[];
    type: string;
    result: { value?: string };
    exceptionDetails: { text: string };
  };
}

/** Code that runs in the browser's window, as Firefox's own does. */
export class FirefoxWindow {
  private readonly connection: { send(method: string, params: object): Promise<Answer> };

  constructor(browser: Browser) {
    // puppeteer keeps the connection to itself, and has no call for Mozilla's additions to
    // WebDriver BiDi.
    this.connection = (browser as unknown as { connection: FirefoxWindow['connection'] }).connection;
  }

  /**
   * Runs a function there, which sees nothing of its surroundings here. Arguments and result travel
   * as JSON.
   */
  async run<Args extends unknown[], Result>(
    run: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    const { result: tree } = await this.connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const context = tree.contexts.find(({ url }) => url.endsWith('browser.xhtml'))?.context;
    if (!context) throw new Error('Firefox has no window');
    const expression = `(async () => JSON.stringify({ value: await ${callOf(run, args)} }))()`;
    const { result } = await this.connection.send('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    });
    if (result.type !== 'success') throw new Error(result.exceptionDetails.text);
    return JSON.parse(result.result.value ?? '{}').value;
  }
}
