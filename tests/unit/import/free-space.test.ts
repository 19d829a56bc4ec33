import { expect, it } from 'vitest';
import { requireRoom } from '../../../lib/import/free-space.ts';

const records = Array.from({ length: 100 }, (_, i) => ({ title: `Paper ${i}`, abstract: 'x'.repeat(1_000) }));

it('throws before anything is written if the browser reports too little space', async () => {
  const room = (quota: number, usage: number) => requireRoom(records, async () => ({ quota, usage }));
  await expect(room(10_000_000, 0)).resolves.toBeUndefined();
  await expect(room(10_000_000, 9_900_000)).rejects.toThrow(expect.objectContaining({ name: 'QuotaExceededError' }));
});

it('does not throw if the browser reports nothing', async () => {
  await expect(requireRoom(records, async () => ({}))).resolves.toBeUndefined();
});
