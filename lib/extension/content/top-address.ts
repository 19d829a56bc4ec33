/** The page that a frame is in. */
import { send } from '../browser/send.ts';

/**
 * The address of the page that this frame is in, whose site is the one that readers see and switch:
 * not that of an advertiser's frame. A frame of another origin can't see it.
 * `location.ancestorOrigins`, where a browser has it, tells the origin without its path, or "null"
 * where the page sends no referrer; so the background is asked, which knows the tab's address.
 */
export async function pageAddress(): Promise<string> {
  try {
    return (window.top ?? window).location.href;
  } catch {
    const answer = await send('frame/page-address');
    return (answer.ok && answer.value) || location.href;
  }
}
