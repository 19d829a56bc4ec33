/** Waiting for what has no event. */

/** Asks again and again until there is an answer. Throws after `patience` milliseconds that there is no `wanted`. */
export async function until<T>(wanted: string, ask: () => Promise<T | undefined>, patience = 10_000): Promise<T> {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`waited ${patience / 1000} s in vain for ${wanted}`);
}
