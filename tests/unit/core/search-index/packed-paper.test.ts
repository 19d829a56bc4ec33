import { expect, it } from 'vitest';
import { abstractIn, packPaper, unpackPaper } from '../../../../lib/core/search-index/packed-paper.ts';
import { encodeText } from '../../../../lib/core/search-index/packed-utf8.ts';

it.each(['Plain words.', '', 'Quotes ", \\alpha and {braces}\n\t – ∞', 'A \0 in it\0', '\0'])(
  'has the paper as it was packed, and its abstract: %j',
  (abstract) => {
    const paper = {
      title: 'NUL (\0) in "titles"',
      abstract,
      digestIds: ['one', 'two'],
      codeLinks: ['https://example.org/code'],
    };
    const packed = encodeText(packPaper(paper));
    expect(unpackPaper(packed)).toEqual(paper);
    expect(abstractIn(packed)).toBe(abstract);
  },
);
