/** How a suggestion is written for the address bar. */

/**
 * A title as the address bar takes it: XML in Chromium, without the characters that XML has not;
 * plain text in Firefox.
 */
export function suggestionText(title: string): string {
  if (import.meta.env.FIREFOX) return title;
  return (
    title
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML can't have
      .replace(/[\u0000-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, ' ')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&apos;')
  );
}
