/** What both drivers share: ending a browser, and watching requests. */
import type { Page } from 'puppeteer-core';

/** Ends a process at once and resolves when it is gone. */
export async function killProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while (isRunning(pid)) await new Promise((done) => setTimeout(done, 20));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Collects the requests that pages send to somewhere else than this machine. */
export class RequestWatch {
  readonly foreign: string[] = [];

  /** Watches a page from now on. */
  add(page: Page): void {
    page.on('request', (request) => {
      const url = new URL(request.url());
      const isOwn = !/^(?:https?|wss?):$/.test(url.protocol) || ['127.0.0.1', 'localhost'].includes(url.hostname);
      if (!isOwn) this.foreign.push(request.url());
    });
  }
}
