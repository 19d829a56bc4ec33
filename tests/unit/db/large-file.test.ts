import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import './file-reader.ts';
import { holdReading, readBeside } from '../../../lib/db/large-file.ts';

/** What a page can see of a worker, which real ones are tested with in the browsers: turns that it was told to read. */
class WorkerSeen {
  static last: WorkerSeen;
  turns = 0;
  isEnded = false;
  onmessage?: (event: { data: ArrayBuffer | undefined }) => void;
  onerror?: (error: Error) => void;

  constructor() {
    WorkerSeen.last = this;
  }

  postMessage(): void {
    this.turns++;
  }

  terminate(): void {
    this.isEnded = true;
  }
}

const large = new Blob([new Uint8Array(4_000_000)]);
const settled = () => new Promise((done) => setTimeout(done));

beforeEach(() => {
  vi.stubGlobal('Worker', WorkerSeen);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('has a worker read turn by turn until all is there', async () => {
  const reading = readBeside(large);
  const worker = WorkerSeen.last;
  await settled();
  expect(worker.turns).toBe(1);
  worker.onmessage?.({ data: undefined });
  await settled();
  expect(worker.turns).toBe(2);
  const { buffer } = new Uint8Array([1, 2]);
  worker.onmessage?.({ data: buffer });
  expect(await reading).toBe(buffer);
  expect(worker.isEnded).toBe(true);
});

it('waits between turns as long as anybody holds it', async () => {
  const goOn = holdReading();
  void readBeside(large);
  const worker = WorkerSeen.last;
  await settled();
  expect(worker.turns).toBe(0);
  const goOnAsWell = holdReading();
  goOn();
  goOn();
  await settled();
  expect(worker.turns).toBe(0);
  goOnAsWell();
  await settled();
  expect(worker.turns).toBe(1);
  const goOnAgain = holdReading();
  worker.onmessage?.({ data: undefined });
  await settled();
  expect(worker.turns).toBe(1);
  goOnAgain();
  await settled();
  expect(worker.turns).toBe(2);
});

it('waits on when it is held again before it could go on', async () => {
  const goOn = holdReading();
  void readBeside(large);
  await settled();
  goOn();
  const goOnAgain = holdReading();
  await settled();
  expect(WorkerSeen.last.turns).toBe(0);
  goOnAgain();
  await settled();
  expect(WorkerSeen.last.turns).toBe(1);
});

it('reads small files itself, and what a worker can not read', async () => {
  expect(new Uint8Array(await readBeside(new Blob(['ab'])))).toEqual(new Uint8Array([97, 98]));
  const reading = readBeside(large);
  WorkerSeen.last.onerror?.(new Error('It is gone.'));
  expect((await reading).byteLength).toBe(large.size);
  expect(WorkerSeen.last.isEnded).toBe(true);
});
