import { expect, it } from 'vitest';
import { fold } from '../../../lib/core/fold.ts';
import { foldedAbstractIn, packPaper, unpackPaper } from '../../../lib/core/packed-paper.ts';
import { encodeText } from '../../../lib/core/texts.ts';

it.each(['Plain words.', '', 'Quotes ", \\alpha and {braces}\n\t – ∞', 'A \0 in it\0', '\0'])(
  'has the paper as it was packed, and its folded abstract: %j',
  (abstract) => {
    const paper = {
      title: 'NUL (\0) in "titles"',
      abstract,
      digestIds: ['one', 'two'],
      codeLinks: ['https://example.org/code'],
    };
    const packed = encodeText(packPaper(paper));
    expect(unpackPaper(packed)).toEqual(paper);
    expect(foldedAbstractIn(packed)).toBe(fold(abstract));
  },
);
