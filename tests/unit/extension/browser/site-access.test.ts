import { beforeEach, describe, expect, it, vi } from 'vitest';

let granted: string[] = [];
const asked: object[] = [];
/** Chromium's answer to scripts for pages that it withholds. */
const never = new Promise<never>(() => {});

vi.mock('wxt/browser', () => ({
  browser: {
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.includes(origin)),
      getAll: async () => ({ origins: granted }),
      request: async (what: object) => asked.push(what) > 0,
    },
    scripting: { executeScript: () => never },
  },
}));

const { askToRead, canRead, siteAccess } = await import('../../../../lib/extension/browser/site-access.ts');
const { askAllFrames } = await import('../../../../lib/extension/browser/frames.ts');

beforeEach(() => {
  granted = [];
});

describe('Site access', () => {
  it('is to all sites, or to those that the reader has allowed', async () => {
    expect(await siteAccess()).toEqual({ isWhole: false, sites: [] });
    granted = ['https://arxiv.org/*', 'http://arxiv.org/*', '*://*.example.org/*'];
    expect(await siteAccess()).toEqual({ isWhole: false, sites: ['*.example.org', 'arxiv.org'] });
    granted = ['http://*/*', 'https://*/*'];
    expect(await siteAccess()).toEqual({ isWhole: true, sites: [] });
  });

  it('is checked and requested by site, whatever the port and the path', async () => {
    granted = ['http://arxiv.org/*', 'https://arxiv.org/*'];
    expect(await canRead('https://arxiv.org:8443/abs/1?q#x')).toBe(true);
    expect(await canRead('https://example.org/')).toBe(false);
    expect(await canRead()).toBe(false);
    await askToRead('https://example.org:8443/a');
    await askToRead();
    expect(asked).toEqual([
      { origins: ['http://example.org/*', 'https://example.org/*'] },
      { origins: ['http://*/*', 'https://*/*'] },
    ]);
  });

  it('that the browser silently withholds makes a script time out', async () => {
    vi.useFakeTimers();
    const answer = expect(askAllFrames(1, () => 1)).rejects.toThrow('The page does not answer.');
    await vi.advanceTimersByTimeAsync(20_000);
    await answer;
    vi.useRealTimers();
  });
});
