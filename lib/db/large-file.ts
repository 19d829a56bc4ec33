/** Reading large files beside what a page does: one of 150 MB would hold its keys and frames up for a third of a second. */
import { readBytes } from './index-head.ts';

/** Bytes from which on a worker reads: some milliseconds of a page's time. It takes 30 to start. */
const LARGE = 4_000_000;

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
  worker.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => resolve(data);
  worker.onerror = reject;
  worker.postMessage(file);
  try {
    return await promise;
  } finally {
    worker.terminate();
  }
}
