/** Identifies senders of messages by what the browser says of them, never by the message. */
import { browser } from 'wxt/browser';
import type { PaperId } from '../../core/model/paper.ts';
import type { ContentScope } from '../browser/frame-handle.ts';
import { runScript } from '../browser/run-script.ts';

/** A sender, as the browser describes it. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  tab?: { id?: number | undefined; index: number; url?: string | undefined; incognito: boolean } | undefined;
  frameId?: number | undefined;
}

/** A sender that is a content script. */
export interface ContentSender extends Sender {
  tab: NonNullable<Sender['tab']> & { id: number };
  frameId: number;
}

/** Whether a sender is a page of this extension. */
export function isOwnPage({ id, url, origin }: Sender): boolean {
  const root = browser.runtime.getURL('/');
  const isSame = origin === undefined || `${origin}/` === root;
  return id === browser.runtime.id && url?.startsWith(root) === true && isSame;
}

/** Whether a sender is a content script of this extension, in a frame of a tab. */
export function isContentScript(sender: Sender): sender is ContentSender {
  const root = browser.runtime.getURL('/');
  const isOwn = sender.url?.startsWith(root) || (sender.origin !== undefined && `${sender.origin}/` === root);
  return sender.id === browser.runtime.id && !isOwn && sender.tab?.id !== undefined && sender.frameId !== undefined;
}

/**
 * Whether a title of a paper is marked in the sender's own frame. Asks the frame, so false if it is
 * gone.
 */
export async function isMarkedIn({ tab, frameId }: ContentSender, paperId: PaperId): Promise<boolean> {
  const [answer] = await runScript({
    target: { tabId: tab.id, frameIds: [frameId] },
    // Must be self-contained.
    func: (id: string) => (globalThis as ContentScope).paperlight?.marks().some((mark) => mark.paperId === id),
    args: [paperId],
    injectImmediately: true,
  }).catch(() => []);
  return answer?.result === true;
}
