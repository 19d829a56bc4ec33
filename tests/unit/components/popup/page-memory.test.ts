import { beforeEach, describe, expect, it, vi } from 'vitest';

const stored = new Map<string, string>();
vi.stubGlobal('location', { pathname: '/popup.html' });
vi.stubGlobal('innerHeight', 600);
vi.stubGlobal('document', { querySelector: () => null });

beforeEach(() => {
  stored.clear();
  vi.stubGlobal(
    'localStorage',
    new Proxy(
      {
        getItem: (name: string) => stored.get(name) ?? null,
        setItem: (name: string, text: string) => void stored.set(name, text),
        removeItem: (name: string) => void stored.delete(name),
      },
      { ownKeys: () => [...stored.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
    ),
  );
  vi.resetModules();
});

const load = async () => ({
  memory: await import('../../../../components/popup/opening/page-memory.ts'),
  searches: await import('../../../../components/popup/search-memory.ts'),
});

describe('What the popup remembers', () => {
  it('includes nothing from a private window', async () => {
    const { memory, searches } = await load();
    searches.rememberSearch('diffusion');
    memory.keepUnless(true);
    searches.rememberSearch('diffusion');
    memory.keep('last-view/popup.html', { query: 'diffusion' });
    expect(stored.size).toBe(0);
    expect(searches.recentSearches()).toEqual([]);
  });

  it('is stored once it is known that the window is not private, and not before', async () => {
    const { memory, searches } = await load();
    searches.rememberSearch('diffusion');
    searches.rememberSearch('pruning');
    expect(stored.size).toBe(0);
    expect(searches.recentSearches()).toEqual(['pruning', 'diffusion']);
    memory.keepUnless(false);
    expect(stored.get('recent-searches')).toBe('["pruning","diffusion"]');
    searches.rememberSearch('attention');
    expect(searches.recentSearches()).toEqual(['attention', 'pruning', 'diffusion']);
  });

  it('can be forgotten before that is known', async () => {
    const { memory, searches } = await load();
    memory.keep('last-view/popup.html', { query: 'diffusion' });
    searches.rememberSearch('diffusion');
    searches.forgetSearches();
    memory.keepUnless(false);
    expect([...stored.values()].join()).not.toContain('diffusion');
  });

  it('is forgotten with the recent searches: the last views hold the last query', async () => {
    const { memory, searches } = await load();
    memory.keepUnless(false);
    searches.rememberSearch('diffusion');
    memory.keep('last-view/popup.html', { query: 'diffusion' });
    memory.keep('last-view/sidepanel.html', { query: 'diffusion' });
    memory.keep('last-abstracts/popup.html', { index: 'diffusion' });
    searches.forgetSearches();
    expect([...stored.values()].join()).not.toContain('diffusion');
    expect(searches.recentSearches()).toEqual([]);
  });

  it('can be forgotten in a private window too', async () => {
    const { memory, searches } = await load();
    stored.set('recent-searches', '["diffusion"]');
    memory.keepUnless(true);
    searches.forgetSearches();
    expect(stored.size).toBe(0);
  });
});
