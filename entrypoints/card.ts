/**
 * The cards of a page's marks. The background puts this script into a frame when the reader may
 * want to see one there.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { connectCard } from '../lib/extension/content/card-client.ts';
import { showCards } from '../lib/page/card/card.ts';
import type { CardScope } from '../lib/page/card/handoff.ts';

export default defineUnlistedScript(() => {
  const slot = (globalThis as CardScope).paperlightCard;
  if (slot && !slot.step) showCards(slot, connectCard());
});
