/** Values of unknown make, checked one by one. Places are written as in JavaScript: "entries[3].status", counted from 0. */

/** A value that is not what it should be. The message is a sentence that names the place. */
export class DamageError extends Error {
  constructor(place: string, wanted: string) {
    super(`“${place}” should be ${wanted}.`);
  }
}

/** The fields of an object that JSON has made: also one of the name `__proto__` is nothing but a field. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value, if it is an object with fields. Throws {@link DamageError}. */
export function fieldsOf(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new DamageError(place, 'an object');
  // Fields that an object inherits are not in the file.
  return Object.assign(
    Object.create(null),
    Object.fromEntries(Object.entries(value).filter(([name]) => name !== '__proto__')),
  );
}

/** The value, if it is a text. Throws {@link DamageError}. */
export function textOf(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new DamageError(place, 'a text');
  return value;
}

/** The value, if it is a number that can be counted with. Throws {@link DamageError}. */
export function numberOf(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new DamageError(place, 'a number');
  return value;
}

/** The value, if it is one of `choices`. Throws {@link DamageError}. */
export function oneOf<T extends string | number>(value: unknown, choices: readonly T[], place: string): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw new DamageError(place, choices.join(', ').replace(/, ([^,]*)$/, ' or $1'));
  return choice;
}

/** What `read` makes of each of a list; nothing at all for a field that is not there. Throws {@link DamageError}. */
export function listOf<T>(value: unknown, place: string, read: (value: unknown, place: string) => T): T[] {
  if (!Array.isArray(value)) throw new DamageError(place, 'a list');
  return value.map((item, i) => read(item, `${place}[${i}]`));
}
