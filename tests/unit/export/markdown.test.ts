import { marked, type Token, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { writeMarkdown } from '../../../lib/export/markdown.ts';
import {
  bundledPapers,
  entryOf,
  exported,
  nastyLines,
  nastyText,
  paperOf,
  plain,
} from '../../fixtures/exported-papers.ts';
import fc from '../../fixtures/properties.ts';

const itemsOf = (text: string): Tokens.ListItem[] =>
  marked.lexer(text).flatMap((token) => (token.type === 'list' ? (token as Tokens.List).items : []));

/** What a reader sees of Markdown. */
function seen(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if ('tokens' in token && token.tokens) return seen(token.tokens);
      if (token.type === 'checkbox' || token.type === 'space') return '';
      // An escaped character begins no entity.
      return token.type === 'text' ? decoded(token.text) : 'text' in token ? token.text : token.raw;
    })
    .join('');
}

/** Text without the entities that the writer uses: those of a character's number. */
function decoded(text: string): string {
  return text.replace(/&#x([\da-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)));
}

/** A title as it stands in the first paragraph of an item. */
function titleOf(item: Tokens.ListItem | undefined): string {
  const paragraph = item?.tokens.find(({ type }) => type === 'text' || type === 'paragraph');
  return plain(seen(paragraph ? [paragraph] : []));
}

describe('Markdown', () => {
  it('contains the bundled papers completely, as plain items if they are not on the reading list', () => {
    const items = itemsOf(writeMarkdown(exported(bundledPapers)));
    expect(items.map(titleOf)).toEqual(bundledPapers.map(({ title }) => title));
    expect(items.filter(({ task }) => task)).toEqual([]);
    const linked = items.filter(({ raw }) => /^- +\[.*\]\(https?:/.test(raw));
    expect(linked.length).toBe(bundledPapers.filter(({ codeLinks }) => codeLinks.length > 0).length);
  });

  it('has tasks with status, tags, links and notes', () => {
    const known = { arxiv: '2406.01234' };
    const paper = paperOf('A *Title* [1]', { known, codeLinks: ['https://github.com/a/b_c'] });
    const read = entryOf({ status: 'read', tags: ['gan', 'to cite'], note: 'Good.\n\n- one\n- two' });
    expect(writeMarkdown(exported([paper], read))).toBe(
      `- [x] [A \\*Title\\* \\[1\\]](https://arxiv.org/abs/2406.01234)

  Read · Tags: gan, to cite · Code: [github.com/a/b\\_c](https://github.com/a/b_c)

  Good.

  - one
  - two
`,
    );
    expect(writeMarkdown(exported([paperOf('B')], entryOf()))).toBe('- [ ] B\n\n  To read\n');
    expect(writeMarkdown([])).toBe('');
  });

  it('keeps the first indent of a note, which makes it code, and hides nothing that follows', () => {
    const papers = [
      ...exported([paperOf('A')], entryOf({ note: '\n    x = 1\n    y = 2\n\n<!-- TODO' })),
      ...exported([paperOf('B')]),
    ];
    expect(writeMarkdown(papers)).toBe('- [ ] A\n\n  To read\n\n      x = 1\n      y = 2\n\n  \\<!-- TODO\n\n- B\n');
  });

  it('has one item per paper, whatever titles, notes and tags contain', () => {
    fc.assert(
      fc.property(nastyText, nastyLines, nastyText, (title, note, tag) => {
        fc.pre(title.trim() !== '');
        const papers = exported([paperOf(title), paperOf('The Next Paper')], entryOf({ note, tags: [tag] }));
        const items = itemsOf(writeMarkdown(papers));
        expect(items.map(({ task, checked }) => [task, checked])).toEqual([
          [true, false],
          [true, false],
        ]);
        expect(titleOf(items[0])).toBe(plain(title));
        expect(titleOf(items[1])).toBe('The Next Paper');
      }),
      { numRuns: 500 },
    );
  });

  it('has the authors, year and venue of a paper', () => {
    const authors = [{ family: 'Song', given: 'Yang' }, { family: 'Google Research' }];
    const credits = { authors, year: 2021, venue: 'ICLR', type: 'conference' as const, links: ['https://a.org/b'] };
    expect(writeMarkdown(exported([paperOf('A Title', credits)]))).toBe(
      `- [A Title](https://a.org/b)

  Authors: Song, Yang; Google Research, · Venue: ICLR · Year: 2021 · Type: conference
`,
    );
  });
});
