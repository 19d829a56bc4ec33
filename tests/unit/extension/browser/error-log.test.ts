import { beforeEach, describe, expect, it, vi } from 'vitest';

const stored: Record<string, unknown> = {};
const fake = {
  runtime: { getManifest: () => ({ version: '1.2.3' }) },
  storage: {
    local: {
      get: async (key: string) => ({ [key]: stored[key] }),
      set: async (values: object) => void Object.assign(stored, structuredClone(values)),
      onChanged: { addListener: () => {}, removeListener: () => {} },
    },
  },
  windows: { getCurrent: async () => ({ incognito: false }) } as unknown,
  extension: { inIncognitoContext: true },
};
vi.mock('wxt/browser', () => ({ browser: fake }));
vi.stubGlobal('navigator', {
  userAgent: 'Browser/1',
  locks: { request: (_: string, work: () => Promise<unknown>) => work() },
});

beforeEach(() => {
  vi.resetModules();
  for (const key of Object.keys(stored)) delete stored[key];
  fake.windows = { getCurrent: async () => ({ incognito: false }) };
});
const load = () => import('../../../../lib/extension/browser/error-log.ts');

describe('The log of errors', () => {
  it('keeps the latest fifty errors, each once with a count', async () => {
    const { logError, readErrors } = await load();
    const error = new TypeError('x is not a function');
    for (let i = 0; i < 60; i++)
      await logError('popup', Object.assign(new Error(`${i} is not a function`), { stack: '' }));
    for (let i = 0; i < 3; i++) await logError('popup', error);
    const errors = await readErrors();
    expect(errors.length).toBe(50);
    expect(errors[0]).toMatchObject({ place: 'popup', name: 'TypeError', times: 3, version: '1.2.3' });
    expect(errors[1]?.message).toBe('59 is not a function');
  });

  it('ignores harmless errors that browsers report', async () => {
    const { logError, readErrors } = await load();
    await logError('library', new Error('ResizeObserver loop completed with undelivered notifications.'));
    expect(await readErrors()).toEqual([]);
  });

  it('ignores errors of pages in private windows', async () => {
    fake.windows = { getCurrent: async () => ({ incognito: true }) };
    const { logError, readErrors } = await load();
    await logError('library', new Error('x'));
    expect(await readErrors()).toEqual([]);
  });

  it('skips stored values that are not errors, and can be cleared', async () => {
    const { clearErrors, logError, readErrors, reportOf } = await load();
    stored.errors = [
      null,
      7,
      { place: 'popup' },
      { place: 'popup', name: 'E', message: 'm', at: 1e300, times: 1, stack: [] },
    ];
    expect(await readErrors()).toEqual([]);
    await logError('background', new RangeError('Invalid array length'));
    expect(reportOf(await readErrors())).toContain('RangeError: Invalid array length');
    expect(reportOf(await readErrors())).toContain('Paperlight 1.2.3\nBrowser/1');
    await clearErrors();
    expect(reportOf(await readErrors())).toContain('No errors.');
  });

  it('never throws if nothing can be stored', async () => {
    const { logError } = await load();
    vi.spyOn(fake.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    await logError('background', new Error('x'));
  });
});

describe('A page', () => {
  it.each([
    [{ getCurrent: async () => ({ incognito: true }) }, true],
    [{ getCurrent: async () => ({ incognito: false }) }, false],
    // Taken for private where the browser does not say.
    [{ getCurrent: async () => Promise.reject(new Error('no window')) }, true],
    // Firefox for Android has no windows.
    [undefined, true],
  ])('knows whether its window is private: %#', async (windows, isPrivate) => {
    fake.windows = windows;
    const { isPrivateWindow } = await import('../../../../lib/extension/browser/private-window.ts');
    expect(await isPrivateWindow()).toBe(isPrivate);
  });
});
