/** Reading large files beside what a page does: one of 150 MB would hold its keys and frames up for a third of a second. */
import { readBytes } from './index-head.ts';

/** Bytes from which on a worker reads: some milliseconds of a page's time. It takes 30 to start. */
const LARGE = 4_000_000;

/** How many {@link holdReading} hold it, and what ends when none does. */
let holds = 0;
let held = Promise.withResolvers<void>();

/**
 * Has all that is read in workers wait until what this returns is called: disk and processors are for what a reader waits for. A turn that
 * has begun is finished.
 */
export function holdReading(): () => void {
  if (holds++ === 0) held = Promise.withResolvers();
  let isHeld = true;
  return () => {
    if (isHeld && --holds === 0) held.resolve();
    isHeld = false;
  };
}

/** What is in a file, which a worker reads where it is large and there can be one. Rejects when it can't be read. */
export function readBeside(file: Blob): Promise<ArrayBuffer> {
  // The background of Chromium is a worker of a kind that can't start others, and nobody waits for its frames.
  if (file.size < LARGE || typeof Worker === 'undefined') return readBytes(file);
  // Why it can't be read is for the page to find.
  return readInWorker(file).catch(() => readBytes(file));
}

async function readInWorker(file: Blob): Promise<ArrayBuffer> {
  const { promise, resolve, reject } = Promise.withResolvers<ArrayBuffer>();
  const worker = new Worker('/file-reader.js');
  const goOn = async (): Promise<void> => {
    while (holds > 0) await held.promise;
    worker.postMessage(file);
  };
  worker.onmessage = ({ data }: MessageEvent<ArrayBuffer | undefined>) => (data ? resolve(data) : void goOn());
  worker.onerror = reject;
  void goOn();
  try {
    return await promise;
  } finally {
    worker.terminate();
  }
}
