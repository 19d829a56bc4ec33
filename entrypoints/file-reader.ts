/** A worker that reads a file for a page, which would stand still meanwhile (see lib/db/large-file.ts). */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** Workers have it, pages don't: https://w3c.github.io/FileAPI/#FileReaderSync */
declare class FileReaderSync {
  readAsArrayBuffer(file: Blob): ArrayBuffer;
}

/** Bytes that are read in a turn: some milliseconds, for which a keystroke may have to wait. */
const TURN = 3_000_000;

export default defineUnlistedScript(() => {
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  let reached = 0;
  // The file comes once for each turn.
  addEventListener('message', ({ data: file }: MessageEvent<Blob>) => {
    bytes ??= new Uint8Array(file.size);
    const piece = file.slice(reached, reached + TURN);
    bytes.set(new Uint8Array(new FileReaderSync().readAsArrayBuffer(piece)), reached);
    reached += piece.size;
    if (reached === file.size) postMessage(bytes.buffer, { transfer: [bytes.buffer] });
    else postMessage(undefined);
  });
});
