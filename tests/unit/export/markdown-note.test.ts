import { lexer, walkTokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { withoutHtml } from '../../../lib/export/markdown-note.ts';
import fc from '../../fixtures/properties.ts';

/** Kinds of tokens that another program would take for HTML. */
function htmlIn(text: string): string[] {
  const found: string[] = [];
  walkTokens(lexer(text, { gfm: true }), (token) => {
    if (token.type === 'html') found.push(token.raw);
  });
  return found;
}

describe('A note in an export to Markdown', () => {
  it.each([
    ['a comment', '<!-- TODO compare', '\\<!-- TODO compare'],
    ['a tag in a sentence', 'the <select> and a < b', 'the \\<select> and a \\< b'],
    ['what is escaped already', 'a \\<b> \\\\<b>', 'a \\<b> \\\\\\<b>'],
    ['code in a line', 'use `<b>` or ``a`<b>`` not `<b>', 'use `<b>` or ``a`<b>`` not `\\<b>'],
    ['a fence', '```html\n<b>\n```\n<b>', '```html\n<b>\n```\n\\<b>'],
    ['indented code', '    if a < b:\n\n    x\n<b>', '    if a < b:\n\n    x\n\\<b>'],
    ['the end of an address', 'https://a.org/<b>', 'https://a.org/&lt;b>'],
    ['what may be code from line to line', '``\n``<b>``\n\n`<b>`', '``\n``\\<b>``\n\n`<b>`'],
    ['text deep in a list', '- one\n\n    <b>', '- one\n\n    \\<b>'],
  ])('has the signs of HTML as text, and code as it was: %s', (_, note, written) => {
    expect(withoutHtml(note)).toBe(written);
  });

  it('has no HTML, whatever it is', () => {
    const pieces = [
      '<b>',
      '</div>',
      '<!-- ',
      '-->',
      '`',
      '``',
      '```',
      '~~~',
      '\n',
      '\n\n',
      '    ',
      '- ',
      '1. ',
      '> ',
      'a',
      '\\',
      '# ',
    ];
    const note = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((all) => all.join(''));
    fc.assert(
      fc.property(note, (text) => {
        expect(htmlIn(withoutHtml(text))).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});
