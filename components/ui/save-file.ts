/** By then, browsers have begun to read the file. */
const URL_LIFETIME_MS = 60_000;

/** Downloads `content` as a file of this name, without needing a permission. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), URL_LIFETIME_MS);
}
