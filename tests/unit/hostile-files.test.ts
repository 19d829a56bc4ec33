import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { tryInput } from '../fuzz/try-input.ts';

/** Set by `npm run fuzz`, which goes on for minutes. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 0);
const first = Number(process.env.FUZZ_SEED ?? 1);
const LEAST = 40;

it('takes hostile files or refuses them, and all that is shown and exported of them works', {
  timeout: 300_000 + 1_000 * seconds,
}, async () => {
  const end = Date.now() + 1_000 * seconds;
  const wrong: string[] = [];
  const outcomes = { restored: 0, refused: 0 };
  let seed = first;
  for (; seed < first + LEAST || Date.now() < end; seed++) {
    try {
      outcomes[await tryInput(seed)]++;
    } catch (error) {
      wrong.push(error instanceof Error ? error.message : String(error));
    }
  }
  if (seconds > 0)
    console.log(
      `Seeds ${first} to ${seed - 1}: ${outcomes.restored} restored, ${outcomes.refused} refused, ${wrong.length} wrong.`,
    );
  expect(wrong).toEqual([]);
  // Neither all nor nothing: else the files would be no test.
  expect(Math.min(outcomes.restored, outcomes.refused)).toBeGreaterThan(LEAST / 10);
});
