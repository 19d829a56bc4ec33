import 'fake-indexeddb/auto';
import { afterAll, expect, it, vi } from 'vitest';
import { database } from '../../../lib/db/database.ts';
import { readingList, removePaper, savePaper } from '../../../lib/db/reading-list.ts';
import { openDatabase, watch } from '../../../lib/db/watch.ts';

afterAll(() => database.delete());

const ids = async (): Promise<string[]> => (await readingList()).map(({ paperId }) => paperId);

it('answers at once and after every change, until aborted', async () => {
  await openDatabase();
  const answers: string[][] = [];
  const stop = new AbortController();
  const failed = vi.fn();
  watch(ids, { answered: (answer) => answers.push(answer), failed }, stop.signal);
  await vi.waitFor(() => expect(answers).toEqual([[]]));
  await savePaper('p1');
  await vi.waitFor(() => expect(answers.at(-1)).toEqual(['p1']));
  await removePaper('p1');
  await vi.waitFor(() => expect(answers.at(-1)).toEqual([]));
  const count = answers.length;
  stop.abort();
  await savePaper('p2');
  await ids();
  expect(answers).toHaveLength(count);
  expect(failed).not.toHaveBeenCalled();
});

it('reports a query that fails', async () => {
  const failed = vi.fn();
  const stop = new AbortController();
  watch(() => Promise.reject(new Error('no disk')), { answered: () => {}, failed }, stop.signal);
  await vi.waitFor(() => expect(failed).toHaveBeenCalledWith(new Error('no disk')));
  stop.abort();
});
