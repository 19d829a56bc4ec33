import { lexer } from 'marked';
import { describe, expect, it } from 'vitest';
import { parsingCost } from '../../../../components/entry/parsing-cost.ts';

/** Milliseconds of this processor that parsing takes. */
function timeOf(text: string): number {
  const before = process.cpuUsage().user;
  lexer(text, { gfm: true, breaks: true });
  return (process.cpuUsage().user - before) / 1000;
}

const nested = (levels: number): string => Array.from({ length: levels }, (_, i) => `${'  '.repeat(i)}- x`).join('\n');

describe('The cost of parsing Markdown', () => {
  it('is about the length of text that people write', () => {
    const note =
      '## Section\n\nWe compare **this** with [that](https://a.org) and _others_.\n- one\n- two\n  - three\n\n';
    const long = note.repeat(300);
    expect(parsingCost(long)).toBeLessThan(4 * long.length);
    const chinese = '人工神经网络的学习算法'.repeat(2000);
    expect(parsingCost(chinese)).toBeLessThan(2 * chinese.length);
  });

  it.each([
    ['lists in lists', nested(900)],
    ['lists in lists on one line', '- '.repeat(2000)],
    ['quotations in quotations', '> '.repeat(2000)],
    ['a long paragraph deep in lists', `${'- '.repeat(20)}a\n${'a\n'.repeat(5000)}`],
    ['underscores', 'a_'.repeat(16_000)],
    ['the beginning of an address that never ends', 'a.b+'.repeat(16_000)],
    ['blanks at the end of a line', `a${' '.repeat(32_000)}\n`],
    ['blanks in a heading', `# a${' '.repeat(32_000)}b`],
  ])('exceeds the limit for text that takes seconds: %s', (_, text) =>
    expect(parsingCost(text)).toBeGreaterThan(300_000),
  );

  it('bounds the time of parsing hostile text', () => {
    const slow = [nested(60), `# a${' '.repeat(8_000)}b`, `${'a.b+'.repeat(2_000)}@`, 'a_'.repeat(3_000)];
    for (const text of slow) {
      expect(parsingCost(text)).toBeLessThan(300_000);
      timeOf(text);
      // A character takes less than 2 µs here; ten times that leaves room for a slow machine.
      expect(timeOf(text)).toBeLessThan((20 * parsingCost(text)) / 1000);
    }
  });
});
