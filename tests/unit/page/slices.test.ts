import { describe, expect, it } from 'vitest';
import { inSlices } from '../../../lib/page/slices.ts';

/** Keeps the processor busy for so many milliseconds. */
function busy(time: number): void {
  const end = performance.now() + time;
  while (performance.now() < end);
}

describe('inSlices', () => {
  it('runs all steps, then calls suspend', async () => {
    const log: string[] = [];
    let steps = 0;
    await inSlices(
      () => {
        log.push('step');
        return ++steps < 3;
      },
      () => log.push('settle'),
      new AbortController().signal,
    );
    expect(log.filter((entry) => entry === 'step')).toHaveLength(3);
    expect(log.at(-1)).toBe('settle');
  });

  it('yields during long work, and calls suspend after each slice', async () => {
    let steps = 0;
    let settled = 0;
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await inSlices(
      () => {
        busy(4);
        return ++steps < 25;
      },
      () => settled++,
      new AbortController().signal,
    );
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
    expect(settled).toBeGreaterThan(5);
    expect(settled).toBeLessThanOrEqual(25);
  });

  it('runs many short steps in one slice', async () => {
    let steps = 0;
    let settled = 0;
    await inSlices(
      () => ++steps < 100,
      () => settled++,
      new AbortController().signal,
    );
    expect(settled).toBeLessThan(10);
  });

  it('stops when the signal aborts', async () => {
    const stop = new AbortController();
    let steps = 0;
    await inSlices(
      () => {
        busy(10);
        if (++steps === 2) stop.abort();
        return true;
      },
      () => {},
      stop.signal,
    );
    expect(steps).toBe(2);
    await inSlices(
      () => ++steps > 0,
      () => {},
      stop.signal,
    );
    expect(steps).toBe(2);
  });

  it('shares slices among all work that runs at the same time', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const work = Array.from({ length: 25 }, () =>
      inSlices(
        () => {
          busy(4);
          return false;
        },
        () => {},
        new AbortController().signal,
      ),
    );
    await Promise.all(work);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  it('gives long work and short work turns', async () => {
    const { signal } = new AbortController();
    const done: string[] = [];
    let steps = 0;
    const isLong = (): boolean => {
      busy(4);
      return ++steps < 25;
    };
    await Promise.all([
      inSlices(isLong, () => {}, signal).then(() => done.push('long')),
      inSlices(
        () => false,
        () => {},
        signal,
      ).then(() => done.push('short')),
    ]);
    expect(done).toEqual(['short', 'long']);
  });

  it('throws what a step throws, and goes on with other work', async () => {
    const { signal } = new AbortController();
    const failing = inSlices(
      () => {
        throw new Error('broken');
      },
      () => {},
      signal,
    );
    let steps = 0;
    const other = inSlices(
      () => ++steps < 3,
      () => {},
      signal,
    );
    await expect(failing).rejects.toThrow('broken');
    await other;
    expect(steps).toBe(3);
  });
});
