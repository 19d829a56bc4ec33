import { expect, it } from 'vitest';
import { pseudoLocale } from '../../fixtures/pseudo-locale.ts';

const of = (message: string): string | undefined => pseudoLocale({ key: { message } }).key?.message;

it('puts an accent on each letter, makes words longer, and marks where a message ends', () => {
  expect(of('Open the list?')).toBe('⟦Óóþééñ ŧĥéé łííšŧ?⟧');
  expect(of('abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ')).not.toMatch(/[a-z]/i);
});

it('keeps names, forms and the language', () => {
  expect(of('{n} paper | {n} papers')).toBe('⟦{n} þááþééř⟧ | ⟦{n} þááþééřš⟧');
  expect(pseudoLocale({ language: { message: 'en' } })).toEqual({ language: { message: 'en' } });
});
