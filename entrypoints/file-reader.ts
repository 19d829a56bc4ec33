/** A worker that reads a file for a page, which would stand still meanwhile (see lib/db/large-file.ts). */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** Workers have it, pages don't: https://w3c.github.io/FileAPI/#FileReaderSync */
declare class FileReaderSync {
  readAsArrayBuffer(file: Blob): ArrayBuffer;
}

export default defineUnlistedScript(() => {
  addEventListener('message', ({ data }: MessageEvent<Blob>) => {
    const buffer = new FileReaderSync().readAsArrayBuffer(data);
    postMessage(buffer, { transfer: [buffer] });
  });
});
