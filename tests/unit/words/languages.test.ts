import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ParsedMessage, parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { readSources } from '../repository/source.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The messages of a language by key, without those that browsers know themselves. */
async function messagesOf(language: string): Promise<Map<string, ParsedMessage>> {
  const messages = await parseMessagesFile(resolve(root, `lib/words/${language}.json`));
  return new Map(
    messages.map((message) => [message.key.join('.'), message] as const).filter(([key]) => !/^@@/.test(key)),
  );
}

const english = await messagesOf('en');
const chinese = await messagesOf('zh_CN');

/** The forms that a message has for different numbers; a single one for most. */
const formsOf = (message: ParsedMessage): string[] =>
  message.type === 'plural' ? Object.values(message.plurals) : [message.message];

const namesIn = (text: string): string[] =>
  [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name as string))].sort();

describe('the words', () => {
  it('are complete in both languages', () => {
    expect([...chinese.keys()]).toEqual([...english.keys()]);
  });

  it('have the same placeholders in both languages', () => {
    for (const [key, message] of english) {
      const other = chinese.get(key) as ParsedMessage;
      expect(namesIn(formsOf(other).join()), key).toEqual(namesIn(formsOf(message).join()));
      expect(other.type, key).toBe(message.type);
    }
  });

  it('choose plural forms as each language does', () => {
    for (const [key, message] of english)
      if (message.type === 'plural') expect(Object.keys(message.plurals), key).toEqual(['1', 'n']);
    for (const [key, message] of chinese)
      if (message.type === 'plural') expect(Object.keys(message.plurals), key).toEqual(['n']);
  });

  it('contain nothing that the browser or the plural syntax would interpret', () => {
    for (const message of [...english.values(), ...chinese.values()]) {
      for (const form of formsOf(message)) expect(form).not.toMatch(/\$| \| |^\s|\s$/);
    }
  });

  it('are all used', () => {
    const code = readSources(root, ['lib', 'components', 'entrypoints'], ['.ts', '.tsx', '.html'])
      .map(({ text }) => text)
      .concat(readFileSync(resolve(root, 'wxt.config.ts'), 'utf8'))
      .join('\n');
    // A key is written out, or its beginning is, before what chooses among several.
    const beginnings = Array.from(code.matchAll(/`([a-zA-Z]+\.[\w.]*)\$\{/g), ([, beginning]) => beginning as string);
    const unused = [...english.keys()].filter(
      (key) =>
        !code.includes(`'${key}'`) &&
        !code.includes(`"${key}"`) &&
        !code.includes(`__MSG_${key.replaceAll('.', '_')}__`) &&
        !beginnings.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  it('are in the language that they declare', () => {
    // Signs between names are no words.
    const untranslated = [...chinese].filter(([key, message]) => {
      const words = formsOf(message)
        .join()
        .replaceAll(/\{\w+\}/g, '');
      return /\p{L}/u.test(words) && !/\p{Script=Han}/u.test(words) && key !== 'language';
    });
    expect(untranslated.map(([key]) => key)).toEqual([]);
    expect([...english.values()].filter((message) => /\p{Script=Han}/u.test(formsOf(message).join()))).toEqual([]);
  });
});
