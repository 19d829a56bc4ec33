/**
 * The privacy policy that ships with the extension and that stores ask for: the tables of the
 * README, as plain text. Runs in Node.
 */
import { wrapText } from './wrap-text.ts';

const HEAD = `Paperlight has one purpose: it knows the papers that you care about. It keeps them with a reading list, finds
  them again, and marks their titles on the pages that you read. It has no server, no account, no advertising and no statistics,
  and its makers receive nothing from it.`;

/** The policy, from the text of the README. Throws if one of its tables is missing. */
export function privacyPolicy(readme: string): string {
  const rows = (heading: string): string =>
    tableOf(readme, heading)
      .map(([name = '', text = '']) => wrapText(`${name}: ${text}`, '  '))
      .join('\n\n');
  return [
    'Privacy of Paperlight',
    wrapText(HEAD),
    'WHAT OTHERS SEE, WHAT STAYS, WHAT LEAVES',
    rows('Privacy'),
    'WHAT IT MAY DO, AND WHY',
    rows('Permissions'),
    '',
  ].join('\n\n');
}

/** The cells of a table's rows, below its header, without Markdown. */
function tableOf(readme: string, heading: string): string[][] {
  const section = readme.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  if (lines.length < 3) throw new Error(`The README has no table under "${heading}".`);
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.replace(/[*`]|<\/?kbd>/g, '').trim()),
  );
}
