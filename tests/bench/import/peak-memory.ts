/** Memory of a browser's processes while something goes on, from /proc of Linux. */
import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds between two looks. */
const EVERY_MS = 100;

/** Watches from when it is made. */
export class PeakMemory {
  private readonly pid: number;
  private readonly before: Map<number, number>;
  private readonly timer: NodeJS.Timeout;
  private most = 0;

  constructor(pid: number) {
    this.pid = pid;
    this.before = memoryOf(pid);
    this.timer = setInterval(() => this.look(), EVERY_MS);
  }

  /**
   * What the process that grew most had more than at the beginning, at its peak, in MB; undefined
   * where the system does not tell.
   */
  stop(): number | undefined {
    clearInterval(this.timer);
    this.look();
    return this.before.size > 0 ? Math.round(this.most / 1_000) : undefined;
  }

  private look(): void {
    for (const [pid, kilobytes] of memoryOf(this.pid)) {
      this.most = Math.max(this.most, kilobytes - (this.before.get(pid) ?? 0));
    }
  }
}

/** Kilobytes of a process and of all that came of it, by their ids. */
export function memoryOf(root: number): Map<number, number> {
  const parents = new Map<number, number>();
  const sizes = new Map<number, number>();
  for (const name of foldersOf('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const status = textOf(`/proc/${pid}/status`);
    parents.set(pid, Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0));
    sizes.set(pid, Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0));
  }
  const isOurs = (pid: number): boolean => pid === root || (parents.has(pid) && isOurs(parents.get(pid) as number));
  return new Map([...sizes].filter(([pid]) => isOurs(pid)));
}

function foldersOf(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
