/** Plain text in lines of a readable length. */

const COLUMNS = 80;

/** Breaks a paragraph into lines, each after the first with `indent` before it. */
export function wrapText(paragraph: string, indent = ''): string {
  const lines = [''];
  for (const word of paragraph.split(/\s+/).filter(Boolean)) {
    const line = lines[lines.length - 1] as string;
    const longer = line.trim() ? `${line} ${word}` : line + word;
    if (longer.length <= COLUMNS || !line.trim()) lines[lines.length - 1] = longer;
    else lines.push(indent + word);
  }
  return lines.join('\n');
}
