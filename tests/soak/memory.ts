/** How the memory of a browser goes on, from /proc of Linux. */
import { memoryOf } from '../bench/import/peak-memory.ts';

/** Sums of a browser's memory, each with its time. */
export class MemoryCourse {
  private readonly samples: { seconds: number; megabytes: number }[] = [];
  private readonly began = performance.now();

  /** Writes down what the browser with this process id and all that came of it hold now. */
  sample(pid: number): void {
    const kilobytes = [...memoryOf(pid).values()].reduce((sum, each) => sum + each, 0);
    if (kilobytes > 0) {
      this.samples.push({ seconds: (performance.now() - this.began) / 1000, megabytes: kilobytes / 1000 });
    }
  }

  /**
   * Megabytes a minute by which it grew in the second half, by least squares; undefined where the
   * system does not tell.
   */
  slope(): number | undefined {
    const half = this.samples.slice(this.samples.length / 2);
    if (half.length < 3) return undefined;
    const mean = (of: (sample: (typeof half)[number]) => number): number =>
      half.reduce((sum, sample) => sum + of(sample), 0) / half.length;
    const [x, y] = [mean(({ seconds }) => seconds), mean(({ megabytes }) => megabytes)];
    const covariance = mean(({ seconds, megabytes }) => (seconds - x) * (megabytes - y));
    return (60 * covariance) / mean(({ seconds }) => (seconds - x) ** 2);
  }
}
