import { beforeEach, describe, expect, it, vi } from 'vitest';

/** What is called of the API below. */
const called: string[] = [];
const heard = (name: string) => ({ addListener: () => called.push(name), removeListener: () => {} });

/**
 * The API of a browser that has nothing beside pages and tabs, and two tabs, as Firefox for Android
 * has them.
 */
const phone = {
  runtime: {
    getManifest: () => ({ commands: { 'save-page': { description: 'Save' } } }),
    getURL: (path: string) => `moz-extension://paperlight${path}`,
  },
  tabs: {
    getCurrent: async () => ({ id: 2 }),
    get: async (id: number) => ({ id, url: 'https://example.org/', incognito: false }),
    query: async (of: { currentWindow?: boolean }) =>
      of.currentWindow ? [{ id: 2, active: true }] : [{ id: 1, url: 'https://example.org/' }, { id: 2 }],
    create: async () => Promise.reject(new Error('not allowed')),
    onActivated: heard('onActivated'),
  },
  permissions: { contains: async () => true, onAdded: heard('onAdded'), onRemoved: heard('onRemoved') },
  extension: { inIncognitoContext: false },
};

vi.mock('wxt/browser', () => ({ browser: phone }));

const { answerCommands } = await import('../../../../lib/extension/background/commands.ts');
const { answerContextMenu, createContextMenu } = await import('../../../../lib/extension/background/context-menu.ts');
const { answerAddressBar } = await import('../../../../lib/extension/background/omnibox.ts');
const { hasPageKeys, openKeySettings, pageKeys } = await import('../../../../lib/extension/browser/browser-pages.ts');
const { currentTab, watchActiveTab } = await import('../../../../lib/extension/browser/current-tab.ts');
const { isPrivateWindow } = await import('../../../../lib/extension/browser/private-window.ts');

beforeEach(() => {
  called.length = 0;
});

describe('In a browser without commands, menus, address bar keywords and windows', () => {
  it('the background starts, and handles an installation', async () => {
    answerCommands();
    answerContextMenu();
    answerAddressBar();
    await createContextMenu();
    expect(called).toEqual([]);
  });

  it('there are no shortcuts to show, and no settings for them', async () => {
    expect(hasPageKeys()).toBe(false);
    expect(await pageKeys()).toEqual([]);
    expect(await openKeySettings()).toBe(false);
  });

  it('a page of the extension in a tab finds the tab that was active before', async () => {
    expect(await currentTab(undefined)).toMatchObject({ id: 1, site: { hostname: 'example.org' } });
    watchActiveTab(() => {}, new AbortController().signal);
    expect(called).toEqual(['onActivated']);
    expect(await isPrivateWindow()).toBe(false);
  });
});
