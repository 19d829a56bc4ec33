import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sendUntilDone } from '../../../../lib/extension/browser/send.ts';

const sendMessage = vi.hoisted(() => vi.fn());
const runtime = vi.hoisted((): { id?: string; sendMessage: unknown } => ({ id: 'paperlight', sendMessage }));
vi.mock('wxt/browser', () => ({ browser: { runtime } }));

beforeEach(() => {
  vi.useFakeTimers();
  sendMessage.mockReset();
  runtime.id = 'paperlight';
});
afterEach(() => vi.useRealTimers());

/** Sends, and lets a minute pass. */
async function sent(): Promise<number> {
  const done = sendUntilDone('page/want-tools');
  await vi.advanceTimersByTimeAsync(60_000);
  await done;
  return sendMessage.mock.calls.length;
}

it('sendUntilDone sends a request once if it is done', async () => {
  sendMessage.mockResolvedValue({ ok: true, value: undefined });
  expect(await sent()).toBe(1);
});

it('sendUntilDone sends again while there is no answer, or a failure', async () => {
  sendMessage
    .mockRejectedValueOnce(new Error('The message port closed.'))
    .mockResolvedValueOnce({ ok: false, error: '' });
  sendMessage.mockResolvedValue({ ok: true, value: undefined });
  expect(await sent()).toBe(3);
});

it('sendUntilDone gives up in the end, and at once in a script of an older version', async () => {
  sendMessage.mockResolvedValue(undefined);
  expect(await sent()).toBe(4);
  sendMessage.mockClear();
  delete runtime.id;
  expect(await sent()).toBe(0);
});
