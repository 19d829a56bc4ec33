/** The address of the page that a frame is in. */
import { send } from '../browser/send.ts';

/**
 * The address of the top page, whose site is the one that readers see and turn off. A frame of
 * another origin can't read it, and `location.ancestorOrigins` has no path, so it asks the
 * background for the tab's address.
 */
export async function pageAddress(): Promise<string> {
  try {
    return (window.top ?? window).location.href;
  } catch {
    const answer = await send('frame/page-address');
    return (answer.ok && answer.value) || location.href;
  }
}
