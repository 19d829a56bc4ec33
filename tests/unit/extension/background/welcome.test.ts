import { beforeEach, expect, it, vi } from 'vitest';

const opened: string[] = [];
let stored: Record<string, unknown> = {};

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { getURL: (path: string) => path },
    tabs: { create: async ({ url }: { url: string }) => opened.push(url) },
    storage: {
      local: {
        get: async () => stored,
        set: async (change: object) => {
          stored = { ...stored, ...change };
        },
      },
    },
  },
}));

const { welcome } = await import('../../../../lib/extension/background/welcome.ts');

beforeEach(() => {
  opened.length = 0;
  stored = {};
});

it('The first page opens after an installation, and not after one that finds earlier storage', async () => {
  await welcome('install');
  await welcome('install');
  await welcome('update');
  expect(opened).toEqual(['/welcome.html']);
});

it('The first page never opens for readers who had an earlier version', async () => {
  await welcome('update');
  await welcome('install');
  expect(opened).toEqual([]);
});
