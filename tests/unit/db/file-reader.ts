/** Node has no FileReader: enough of one for the code that reads stored files. Import it for its effect. */
class NodeFileReader {
  result: ArrayBuffer | undefined;
  error: unknown;
  onload: (() => void) | undefined;
  onerror: (() => void) | undefined;

  readAsArrayBuffer(file: Blob): void {
    file.arrayBuffer().then(
      (bytes) => {
        this.result = bytes;
        this.onload?.();
      },
      (error) => {
        this.error = error;
        this.onerror?.();
      },
    );
  }
}

Object.assign(globalThis, { FileReader: NodeFileReader });
