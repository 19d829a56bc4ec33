/**
 * Shows the cards of a page's marks. The background runs this script in a frame when the reader may
 * want to see one there.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { connectCard } from '../lib/extension/content/card-client.ts';
import { showCards } from '../lib/page/card/card.ts';
import type { CardScope } from '../lib/page/card/handoff.ts';

export default defineUnlistedScript(() => {
  const handoff = (globalThis as CardScope).paperlightCard;
  if (handoff && !handoff.step) showCards(handoff, connectCard());
});
