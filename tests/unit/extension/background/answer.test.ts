import { beforeEach, describe, expect, it, vi } from 'vitest';

const ROOT = 'chrome-extension://paperlight';
const WEB = 'https://evil.example';

type Listener = (message: unknown, sender: object, respond: (answer: unknown) => void) => unknown;

const listeners: Listener[] = [];
/** Papers that are marked, by tab and frame. */
const marked = new Map([['7/0', ['marked']]]);

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'paperlight',
      getURL: (path: string) => ROOT + path,
      onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
    },
    scripting: {
      executeScript: async ({
        target,
        args: [id],
      }: {
        target: { tabId: number; frameIds: number[] };
        args: [string];
      }) => {
        const papers = marked.get(`${target.tabId}/${target.frameIds[0]}`);
        if (!papers) throw new Error('no such frame');
        return [{ result: papers.includes(id) }];
      },
    },
  },
}));

const { answer } = await import('../../../../lib/extension/background/answer.ts');
const { isMarkedIn } = await import('../../../../lib/extension/background/sender.ts');

const page = { id: 'paperlight', url: `${ROOT}/library.html`, origin: ROOT, tab: { id: 3 }, frameId: 0 };
const script = { id: 'paperlight', url: `${WEB}/`, origin: WEB, tab: { id: 7 }, frameId: 0 };

const done: string[] = [];
const handlers = (names: string[]): never =>
  Object.fromEntries(
    names.map((name) => [name, (data: unknown) => void done.push(`${name} ${JSON.stringify(data)}`)]),
  ) as never;

const ask = (message: unknown, sender: object): Promise<unknown> =>
  new Promise((resolve) => {
    const isLater = listeners.at(-1)?.(message, sender, resolve);
    if (isLater !== true) setTimeout(() => resolve('no answer'));
  });

const REFUSED = { ok: false, error: 'This may not be asked from there.' };

beforeEach(() => {
  done.length = 0;
  answer(
    handlers(['sync/delete', 'note/keep', 'sync/report', 'data/changed']),
    handlers(['card/change', 'page/about']),
  );
});

describe('The background', () => {
  it('answers extension pages and content scripts only the messages allowed to them', async () => {
    expect(await ask({ type: 'sync/report' }, page)).toEqual({ ok: true, value: undefined });
    expect(await ask({ type: 'card/change', data: { paperId: 'a' } }, script)).toEqual({ ok: true, value: undefined });
    expect(done).toEqual(['sync/report undefined', 'card/change {"paperId":"a"}']);
  });

  it.each([
    ['a content script', script],
    ['a content script that names its page', { ...script, url: `${WEB}/${ROOT}/library.html` }],
    [
      'a content script in a tab with a page of the extension',
      { ...script, tab: { id: 3, url: `${ROOT}/library.html` } },
    ],
    ['another origin with the address of a page', { ...page, origin: WEB }],
    ['another extension', { ...page, id: 'other' }],
    [
      'another extension with an address that begins alike',
      { ...page, url: `${ROOT}.evil.example/library.html`, origin: undefined },
    ],
    ['a sender without an address', { id: 'paperlight' }],
  ])('refuses %s messages that only extension pages may send', async (_, sender) => {
    for (const type of ['sync/delete', 'note/keep', 'sync/report', 'data/changed']) {
      expect(await ask({ type, data: {} }, sender)).toEqual(REFUSED);
    }
    expect(done).toEqual([]);
  });

  it.each([
    ['a page of the extension', page],
    ['another extension', { ...script, id: 'other' }],
    ['a sender in no tab', { ...script, tab: undefined }],
    ['a sender in no frame', { ...script, frameId: undefined }],
  ])('refuses %s messages of content scripts', async (_, sender) => {
    expect(await ask({ type: 'card/change', data: {} }, sender)).toEqual(REFUSED);
    expect(done).toEqual([]);
  });

  it.each(['constructor', '__proto__', 'toString', '', 'sync/unknown', undefined])(
    'refuses the type %j',
    async (type) => {
      expect(await ask({ type }, page)).toEqual(REFUSED);
      expect(await ask({ type }, script)).toEqual(REFUSED);
    },
  );

  it('answers with the reason if something fails', async () => {
    const fails = (): never => {
      throw new Error('Not saved: the disk is full.');
    };
    answer({ 'sync/now': fails } as never, {} as never);
    expect(await ask({ type: 'sync/now' }, page)).toEqual({ ok: false, error: 'Not saved: the disk is full.' });
  });
});

describe('A card', () => {
  it('gets only papers that are marked in its own frame', async () => {
    const sender = (tabId: number, frameId: number) => ({
      ...script,
      tab: { id: tabId, index: 0, incognito: false },
      frameId,
    });
    expect(await isMarkedIn(sender(7, 0), 'marked')).toBe(true);
    expect(await isMarkedIn(sender(7, 0), 'other')).toBe(false);
    expect(await isMarkedIn(sender(7, 1), 'marked')).toBe(false);
    expect(await isMarkedIn(sender(8, 0), 'marked')).toBe(false);
  });
});
