/** The limits of the browser's sync (`storage.sync`), counted as browsers count. */

/** Bytes of one item: its key, and its value as JSON. */
export const MAX_ITEM_BYTES = 8192;
/** Bytes of all items together. */
export const MAX_TOTAL_BYTES = 102_400;
/** Number of items. */
export const MAX_ITEMS = 512;

/**
 * Bytes of a string as JSON in UTF-8, quotes included. Chromium writes `<` and two line separators
 * as six characters each, Firefox as they are: this is the larger number. Source:
 * EscapeSpecialCodePoint in Chromium's base/json/string_escape.cc.
 */
export function jsonBytes(text: string): number {
  let bytes = 2;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20) bytes += unit === 8 || unit === 9 || unit === 10 || unit === 12 || unit === 13 ? 2 : 6;
    else if (unit === 0x22 || unit === 0x5c) bytes += 2;
    else if (unit === 0x3c || unit === 0x2028 || unit === 0x2029) bytes += 6;
    else if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    // Each surrogate is two of its character's four bytes; lone ones have been replaced before.
    else if (unit >= 0xd800 && unit <= 0xdfff) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}

/** Bytes of an item of strings, whole numbers and arrays, with its key, which is plain ASCII. */
export function itemBytes(key: string, value: unknown): number {
  return key.length + valueBytes(value);
}

function valueBytes(value: unknown): number {
  if (typeof value === 'string') return jsonBytes(value);
  if (Array.isArray(value)) {
    const commas = Math.max(0, value.length - 1);
    return value.reduce((sum: number, part) => sum + valueBytes(part), 2 + commas);
  }
  if (Number.isInteger(value)) return String(value).length;
  // An item of another program, or of a later version.
  return jsonBytes(JSON.stringify(value) ?? '');
}
