import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DigestError, parseDigest } from '../../../../lib/core/digests/parse-digest.ts';

const seeds = new URL('../../../../seeds/', import.meta.url);
const sentence = 'This abstract is long enough to be taken for an abstract by a parser that has never seen it before. ';
const abstract = sentence.repeat(3).trim();

const spaced = (...lines: string[]): string => `${lines.join('\n\n')}\n`;
const dense = (...lines: string[]): string => lines.join('\n');

function errorOf(text: string, file = 'seeds/digest.txt'): DigestError {
  try {
    parseDigest(text, file);
  } catch (error) {
    if (error instanceof DigestError) return error;
    throw error;
  }
  throw new Error('no error was thrown');
}

describe('parseDigest on the bundled digests', () => {
  const read = (file: string) => parseDigest(readFileSync(new URL(file, seeds), 'utf8'), `seeds/${file}`);

  it.each([
    ['000_571ca05e5e44c451.txt', 'Mar 12', 23],
    ['001_b80ed6dc3a9c7f32.txt', null, 94],
    ['002_c36478af56bb9637.txt', 'Mar 12', 64],
    ['003_d5dfc5f75a7cacd2.txt', 'Mar 11', 70],
    ['004_dd1ba9ba2e757ca5.txt', 'Mar 13', 88],
  ])('reads %s: date %s, %i entries', (file, date, count) => {
    const digest = read(file);
    expect(digest.id).toBe(file.replace('.txt', ''));
    expect(digest.date).toBe(date);
    expect(digest.entries).toHaveLength(count);
  });

  it('reads every line of every file but the preamble', () => {
    for (const file of readdirSync(seeds)) {
      const lines = readFileSync(new URL(file, seeds), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      const parsed = read(file).entries.flatMap((entry) => [entry.title, entry.abstract]);
      expect(parsed.slice(1)).toEqual(lines.slice(1 - parsed.length).map((line) => line.trim()));
    }
  });

  it('removes "Subscribe" from the first title', () => {
    expect(read('001_b80ed6dc3a9c7f32.txt').entries[0]?.title).toBe(
      'Tighter Lower Bounds for Shuffling SGD: Random Permutations and Beyond',
    );
    expect(read('000_571ca05e5e44c451.txt').entries[0]?.title).toBe(
      'Solving Diffusion ODEs with Optimal Boundary Conditions for Better Image Super-Resolution',
    );
  });

  it('never takes a title for an abstract', () => {
    const entries = readdirSync(seeds).flatMap((file) => read(file).entries);
    expect(entries).toHaveLength(339);
    for (const { title, abstract } of entries) {
      expect(title.length).toBeLessThan(170);
      expect(abstract.length).toBeGreaterThan(490);
    }
  });
});

describe('parseDigest', () => {
  const entries = [
    { title: 'First Title', abstract },
    { title: 'Second Title', abstract },
  ];
  const preamble = [
    'new',
    'Get trending papers in your email inbox!',
    'Subscribe',
    'byAK and the research community',
    'Mar 12',
  ];
  const body = ['First Title', abstract, 'Second Title', abstract];
  const glued = [
    'Get trending papers in your email inbox once a day!',
    'Get trending papers in your email inbox!',
    'SubscribeFirst Title',
    ...body.slice(1),
  ];

  it('reads the layout with blank lines, curator and date', () => {
    expect(parseDigest(spaced(...preamble, ...body), 'seeds/007_x.txt')).toEqual({
      id: '007_x',
      date: 'Mar 12',
      entries,
    });
  });

  it('reads the layout without them, "Subscribe" glued to the first title', () => {
    expect(parseDigest(dense(...glued), '007_x.txt')).toEqual({ id: '007_x', date: null, entries });
  });

  it.each([
    ['Windows line ends', spaced(...preamble, ...body).replaceAll('\n', '\r\n')],
    ['old Macintosh line ends', spaced(...preamble, ...body).replaceAll('\n', '\r')],
    ['a byte order mark', `\ufeff${spaced(...preamble, ...body)}`],
    ['white space around lines', spaced(...preamble, ...body).replaceAll('\n', ' \t\n\u00a0 ')],
    ['no last line end', spaced(...preamble, ...body).trimEnd()],
    ['no preamble but the date', spaced('Mar 12', ...body)],
    ['a bare "Subscribe" alone', spaced('Subscribe', 'Mar 12', ...body)],
  ])('reads a digest with %s', (_, text) => {
    expect(parseDigest(text, 'x.txt')).toEqual({ id: 'x', date: 'Mar 12', entries });
  });

  it.each(['Mar 12', 'March 3', 'Dec 31', 'May 1, 2024'])('keeps the date %j as written', (date) => {
    expect(parseDigest(spaced('new', date, ...body), 'x.txt').date).toBe(date);
  });

  it.each([
    ['x.txt', 'x'],
    ['/a/b/x.TXT', 'x'],
    ['C:\\digests\\x.y.txt', 'x.y'],
    ['x', 'x'],
  ])('names the digest of %j %j', (file, id) => {
    expect(parseDigest(spaced(...body), file).id).toBe(id);
  });

  describe('does not lose a first title that looks like the preamble', () => {
    it.each([
      'New Ways to See',
      'new ways to see',
      'Newton Methods',
      'Subscribers and Their Habits',
      'Subscribe to Learn',
      'March 12 and Other Days',
      'Mar 12: A Day',
      'by Design: Research Communities',
      'Get trending papers by e-mail',
    ])('%s', (title) => {
      const [entry] = parseDigest(spaced(...preamble, title, abstract), 'x.txt').entries;
      expect(entry?.title).toBe(title);
    });

    it.each(['infty-Diff: Infinite Resolution', '∞-Diff', '0.1% Data', 'm2mKD', '{DDSP}', 'Subscribers'])(
      'glued: %s',
      (title) => {
        const text = dense('Get trending papers in your email inbox!', `Subscribe${title}`, abstract);
        expect(parseDigest(text, 'x.txt').entries).toEqual([{ title, abstract }]);
      },
    );

    it('a second date', () => {
      expect(parseDigest(spaced(...preamble, 'May 4', abstract), 'x.txt').entries).toEqual([
        { title: 'May 4', abstract },
      ]);
    });

    it('but throws if it can’t tell', () => {
      expect(errorOf(spaced('May 4', abstract, 'Second Title', abstract)).message).toBe(
        'seeds/digest.txt:5: expected an abstract, found a title: "Second Title"',
      );
      expect(errorOf(spaced('new', 'New', abstract)).line).toBe(5);
    });
  });

  describe('stops with file, line and reason at', () => {
    const beginning = `${abstract.slice(0, 60)}…`;
    it.each<[what: string, text: string, message: string]>([
      ['nothing', '', 'seeds/digest.txt:1: is empty'],
      ['blank lines', '\ufeff\n \r\n', 'seeds/digest.txt:1: is empty'],
      [
        'a preamble alone',
        spaced(...preamble),
        'seeds/digest.txt:1: holds no papers: a digest has a title and an abstract for each',
      ],
      [
        'an odd number of lines',
        spaced(...preamble, ...body, 'Third Title'),
        'seeds/digest.txt:19: the last title has no abstract: "Third Title"',
      ],
      [
        'two titles running',
        dense(...glued.slice(0, 4), 'Lost', ...glued.slice(4)),
        'seeds/digest.txt:6: expected an abstract, found a title: "Second Title"',
      ],
      [
        'two abstracts running',
        dense(...glued.slice(0, 4), sentence.repeat(4), ...glued.slice(4)),
        `seeds/digest.txt:5: expected a title, found an abstract: "${beginning}"`,
      ],
      [
        'an abstract first',
        spaced('new', sentence.repeat(4)),
        `seeds/digest.txt:3: expected a title, found an abstract: "${beginning}"`,
      ],
      [
        'a title without letters',
        spaced(...body, '* * *', abstract),
        'seeds/digest.txt:9: expected a title, found no letters: "* * *"',
      ],
      [
        'binary data',
        spaced(...body).replace('Second', 'Sec\u0000nd'),
        'seeds/digest.txt:5: is not text: save the digest as plain UTF-8 text',
      ],
      [
        'bytes that are no UTF-8',
        new TextDecoder().decode(Uint8Array.of(0x4e, 0x65, 0x77, 0x0d, 0x0a, 0x46, 0x72, 0xe9, 0x63)),
        'seeds/digest.txt:2: is not text: save the digest as plain UTF-8 text',
      ],
      [
        'UTF-16',
        new TextDecoder().decode(Buffer.from(spaced(...body), 'utf16le')),
        'seeds/digest.txt:1: is not text: save the digest as plain UTF-8 text',
      ],
    ])('%s', (_, text, message) => {
      expect(errorOf(text).message).toBe(message);
    });

    it('the fields of the message', () => {
      const error = errorOf('\n\nOnly Title', 'a/b.txt');
      expect(error).toMatchObject({
        name: 'DigestError',
        file: 'a/b.txt',
        line: 3,
        reason: 'the last title has no abstract: "Only Title"',
      });
      expect(error.message).toBe('a/b.txt:3: the last title has no abstract: "Only Title"');
    });

    it('a binary file with old Macintosh line ends', () => {
      expect(errorOf('A\rB\rC\u0000').line).toBe(3);
    });
  });
});
