import { describe, expect, it } from 'vitest';
import { failureOf, waitBeforeWriting } from '../../../../lib/core/sync/pace.ts';
import fc from '../../../fixtures/properties.ts';

const MINUTE = 60_000;

describe('Writing', () => {
  it('keeps within 120 operations a minute and 1,800 an hour, however changes come and clocks jump', () => {
    const event = fc.record({
      after: fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 20_000 })),
      jump: fc.oneof({ weight: 30, arbitrary: fc.constant(0) }, fc.integer({ min: -1e8, max: 1e8 })),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 3000, size: 'max' }), (events) => {
        const writings: number[] = [];
        let [time, ahead, last, due] = [1e12, 0, 0, Number.POSITIVE_INFINITY];
        const attempt = (): void => {
          const wait = waitBeforeWriting(last, time + ahead);
          if (wait > 0) due = time + wait;
          else {
            last = time + ahead;
            due = Number.POSITIVE_INFINITY;
            writings.push(time);
          }
        };
        let jumps = 0;
        for (const { after, jump } of events) {
          time += after;
          // A clock that goes forward by itself may let one writing through early.
          if (jump > 0) jumps++;
          ahead += jump;
          attempt();
        }
        for (const [i, at] of writings.entries()) {
          const within = (span: number): number => writings.slice(i).filter((other) => other < at + span).length;
          expect(2 * (within(MINUTE) - jumps)).toBeLessThanOrEqual(120);
          expect(2 * (within(60 * MINUTE) - jumps)).toBeLessThanOrEqual(1800);
        }
        expect(due === Number.POSITIVE_INFINITY || due - time <= 6000).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['This request exceeds the MAX_WRITE_OPERATIONS_PER_MINUTE quota.', 'rate', 65_000],
    ['This request exceeds the MAX_WRITE_OPERATIONS_PER_HOUR quota.', 'rate', 600_000],
    ['QUOTA_BYTES quota exceeded', 'full', 600_000],
    ['Resource::kQuotaBytesPerItem quota exceeded', 'full', 600_000],
    ['QuotaExceededError: storage.sync API call exceeded its quota limitations.', 'full', 600_000],
    ['An unexpected error occurred', 'other', 65_000],
  ] as const)('tells what “%s” means', (message, failure, retry) => {
    expect(failureOf(message)).toEqual({ failure, retry });
  });
});
