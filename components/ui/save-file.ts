/** Milliseconds after which browsers have begun to read a file. */
const KEPT_MS = 60_000;

/**
 * Gives `content` to the reader as a file of this name, wherever the browser puts what is
 * downloaded. It takes no permission.
 */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
