/** Formats a suggestion for the address bar. */

/** A title as XML without characters that XML forbids for Chromium, as plain text for Firefox. */
export function suggestionText(title: string): string {
  if (import.meta.env.FIREFOX) return title;
  return (
    title
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids these
      .replace(/[\u0000-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, ' ')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;')
  );
}
