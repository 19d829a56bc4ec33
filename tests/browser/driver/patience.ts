/** Waiting for what has no event. */
import type { Page } from 'puppeteer-core';

/**
 * How long something may take on a machine that does other work. Nobody waits for so long where all
 * is well.
 */
const PATIENCE_MS = 60_000;

/**
 * Asks again and again until there is an answer. Throws after `patience` milliseconds that there is
 * no `wanted`.
 */
export async function until<T>(wanted: string, ask: () => Promise<T | undefined>, patience = PATIENCE_MS): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await wait(50);
  }
  throw new Error(`waited ${patience / 1000} s in vain for ${wanted}`);
}

/** Resolves to nothing after so many milliseconds. */
export function wait(milliseconds: number): Promise<undefined> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/**
 * The same page, which waits for as long as {@link until} does for what it is asked to wait for.
 */
export function patient(page: Page): Page {
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}
