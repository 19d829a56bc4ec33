/** Decodes a file of unknown encoding. Source: https://encoding.spec.whatwg.org/. */

/** An encoding to try. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes at the beginning of a file by which its encoding and its format are detected. */
export const HEAD_BYTES = 65_536;
/** Bytes that are looked at to detect an encoding. */
const SNIFFED_BYTES = 4_096;

/** A file that is not text. */
export class NotTextError extends Error {
  override name = 'NotTextError';
}

/**
 * The encodings to try, likeliest first: what a byte order mark says, else UTF-8, else
 * Windows-1252. UTF-16 without a mark is detected by its zeros. Throws {@link NotTextError} for any
 * other file with zeros.
 */
export function encodingsToTry(head: Uint8Array): Encoding[] {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return ['utf-8', 'windows-1252'];
  if (a === 0xff && b === 0xfe) return ['utf-16le'];
  if (a === 0xfe && b === 0xff) return ['utf-16be'];
  const looked = head.subarray(0, SNIFFED_BYTES);
  const zeros = [0, 0];
  for (const [i, byte] of looked.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = looked.length / 2;
  if (odd > half * 0.4 && even < half * 0.1) return ['utf-16le'];
  if (even > half * 0.4 && odd < half * 0.1) return ['utf-16be'];
  if (even + odd > 0) throw new NotTextError('The file is not text.');
  // JabRef names the encoding in a comment.
  const said = /^\s*%\s*encoding:\s*(\S+)/i.exec(String.fromCharCode(...looked.subarray(0, 200)))?.[1] ?? '';
  return /^(?:windows-?1252|cp1252|iso-?8859-?1|latin-?1)$/i.test(said)
    ? ['windows-1252', 'utf-8']
    : ['utf-8', 'windows-1252'];
}

/**
 * Decodes `file` chunk by chunk. `read` gets the number of bytes read. Throws a TypeError if the
 * text is not in `encoding`. A file that was cut within its last character is accepted if any other
 * character needed several bytes. In UTF-16, which is detected by its zeros and not by trial, lone
 * surrogates are replaced.
 */
export async function* decodeText(
  file: Blob,
  encoding: Encoding,
  read: (bytes: number) => void,
): AsyncGenerator<string> {
  const isUtf16 = encoding.startsWith('utf-16');
  const decoder = new TextDecoder(encoding, { fatal: !isUtf16 });
  const reader = file.stream().getReader();
  let bytes = 0;
  let isProven = isUtf16;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    bytes += piece.value.byteLength;
    read(bytes);
    const text = decoder.decode(piece.value, { stream: true });
    isProven ||= /\P{ASCII}/u.test(text);
    yield text;
  }
  try {
    decoder.decode();
  } catch (error) {
    if (!isProven) throw error;
  }
}
