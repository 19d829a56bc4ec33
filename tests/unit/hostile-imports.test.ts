import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { tryImport } from '../fuzz/try-import.ts';

/** Set by `npm run fuzz`, which goes on for minutes. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 0);
const first = Number(process.env.FUZZ_SEED ?? 1);
const LEAST = 100;

it('takes hostile bibliographies or refuses them, and has none of them when they are removed', {
  timeout: 300_000 + 1_000 * seconds,
}, async () => {
  const end = Date.now() + 1_000 * seconds;
  const wrong: string[] = [];
  const outcomes = { added: 0, refused: 0 };
  let seed = first;
  for (; seed < first + LEAST || Date.now() < end; seed++) {
    try {
      outcomes[await tryImport(seed)]++;
    } catch (error) {
      wrong.push(error instanceof Error ? error.message : String(error));
    }
  }
  if (seconds > 0)
    console.log(
      `Seeds ${first} to ${seed - 1}: ${outcomes.added} added, ${outcomes.refused} refused, ${wrong.length} wrong.`,
    );
  expect(wrong).toEqual([]);
  // Neither all nor nothing: else the files would be no test.
  expect(outcomes.added).toBeGreaterThan(LEAST / 3);
  expect(outcomes.refused).toBeGreaterThan(0);
});
