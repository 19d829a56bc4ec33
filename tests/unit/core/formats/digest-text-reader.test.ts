import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDigest } from '../../../../lib/core/digests/parse-digest.ts';
import { readDigestText } from '../../../../lib/core/formats/digest-text-reader.ts';
import { fold } from '../../../../lib/core/text/fold.ts';

const seeds = resolve(import.meta.dirname, '../../../../seeds');
const read = (text: string) => {
  const reader = readDigestText();
  return [...reader.read(text), ...reader.end()].flatMap((found) => (found.kind === 'record' ? [found.record] : []));
};

/** A text as a mail program breaks its lines. */
function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => line.replace(new RegExp(`(.{1,${width}})(?:\\s+|$)`, 'g'), '$1\n').trimEnd())
    .join('\n');
}

const ABSTRACT =
  'We study a question that is asked in many papers of this kind, and answer it with a method that is simple. '
    .repeat(4)
    .trim();

describe('a reader of pasted digests', () => {
  it.each(readdirSync(seeds))('reads %s as the strict parser does', (file) => {
    const text = readFileSync(join(seeds, file), 'utf8');
    const strict = parseDigest(text, file).entries;
    const records = read(text);
    expect(records.map(({ title }) => fold(title))).toEqual(strict.map(({ title }) => fold(title)));
    expect(records.map(({ abstract }) => fold(abstract ?? ''))).toEqual(strict.map(({ abstract }) => fold(abstract)));
  });

  it('reads a digest that a mail program has quoted and wrapped', () => {
    const file = '000_571ca05e5e44c451.txt';
    const text = readFileSync(join(seeds, file), 'utf8');
    const quoted = wrapped(text, 72).replace(/^/gm, '> ');
    const strict = parseDigest(text, file).entries;
    const records = read(quoted);
    expect(records.map(({ title }) => fold(title))).toEqual(strict.map(({ title }) => fold(title)));
    expect(records.map(({ abstract }) => fold(abstract ?? ''))).toEqual(strict.map(({ abstract }) => fold(abstract)));
  });

  it('keeps a title without abstract, and gives no abstract to the wrong title', () => {
    const records = read(
      `First Paper of the Mail\n\n${ABSTRACT}\n\nSecond Paper Without Abstract\n\nThird Paper of the Mail\n\n${ABSTRACT}`,
    );
    expect(records.map(({ title, abstract }) => [title, Boolean(abstract)])).toEqual([
      ['First Paper of the Mail', true],
      ['Second Paper Without Abstract', false],
      ['Third Paper of the Mail', true],
    ]);
  });

  it('joins a second paragraph to the first, and leaves out votes, greetings and links', () => {
    const records = read(
      `Hello Ada,\n\nFirst Paper of the Mail\n\n128\n\n${ABSTRACT}\n\n${ABSTRACT}\n\nhttps://example.org/x\nUnsubscribe from this list\n`,
    );
    expect(records).toHaveLength(1);
    expect(records[0]?.abstract).toBe(`${ABSTRACT} ${ABSTRACT}`);
  });
});
