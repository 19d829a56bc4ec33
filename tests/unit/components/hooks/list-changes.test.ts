import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { applyAndNotify } from '../../../../components/hooks/list-changes.ts';
import type { Toast } from '../../../../components/ui/use-toast.ts';
import { database } from '../../../../lib/db/database.ts';
import { readingList, savePaper } from '../../../../lib/db/reading-list.ts';

beforeEach(async () => {
  await database.delete();
  await database.open();
  await database.papers.bulkPut(
    ['p1', 'p2'].map((id) => ({ id, title: `Title of ${id}`, abstract: '', digestIds: [], codeLinks: [] })),
  );
});

const listed = async (): Promise<string[]> => (await readingList()).map(({ paperId }) => paperId);

/**
 * The toast that a function shows last, and a way to press its button and wait for the next toast.
 */
const shownBy = async (run: (show: (toast: Toast) => void) => Promise<unknown>) => {
  let shown: Toast | undefined;
  let next = (): void => {};
  await run((toast) => {
    shown = toast;
    next();
  });
  return {
    text: () => shown?.text,
    press: async () => {
      const another = new Promise<void>((done) => {
        next = done;
      });
      shown?.action?.run();
      await another;
    },
  };
};

it('the toast of a change is about that change, as is its Undo, even if another window writes meanwhile', async () => {
  const toast = await shownBy((show) =>
    applyAndNotify(
      async () => {
        const made = await savePaper('p1');
        // The other window is done before this one has its answer.
        await savePaper('p2');
        return made;
      },
      'saved',
      show,
    ),
  );
  expect(toast.text()).toBe('Saved “Title of p1”.');
  await toast.press();
  expect(toast.text()).toBe('Removed “Title of p1” again.');
  expect(await listed()).toEqual(['p2']);
});

it('Redo of an undone change repeats that change, and its toast can be undone again', async () => {
  const toast = await shownBy((show) => applyAndNotify(() => savePaper('p1'), 'saved', show));
  await toast.press();
  await savePaper('p2');
  await toast.press();
  expect(toast.text()).toBe('Saved “Title of p1”.');
  expect((await listed()).sort()).toEqual(['p1', 'p2']);
  await toast.press();
  expect(await listed()).toEqual(['p2']);
});

it('a change without effect shows no toast', async () => {
  await savePaper('p1');
  const toast = await shownBy((show) => applyAndNotify(() => savePaper('p1'), 'saved', show));
  expect(toast.text()).toBeUndefined();
});
