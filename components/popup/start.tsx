/** Starts the popup over the view that is shown already. */
import { render } from 'preact';
import { SearchIndex } from '../../lib/core/search-index.ts';
import type { FirstLook } from '../../lib/db/first-look.ts';
import { holdLater, later, releaseLater } from '../hooks/first-answer.ts';
import type { SeenIndex } from '../hooks/use-engine.ts';
import { firstViewIn } from './last-view.ts';
import { Popup } from './popup.tsx';

/** What comes later comes then at the latest: what is waited for may be an index that is still being made. */
const PATIENCE_MS = 250;
/** A small index is there as soon as all else; a large one comes after. */
const INDEX_PATIENCE_MS = 15;

/** Takes `root` over: what is in it stays as far as it is the same, the search box with what was typed in it above all. */
export async function startPopup(
  root: HTMLElement,
  namedTab: number | undefined,
  looking: Promise<FirstLook | undefined>,
  place: 'popup' | 'side-panel',
): Promise<void> {
  holdLater(PATIENCE_MS);
  void later(() => import('../../lib/extension/list-news.ts')).then(({ tellOfListChanges }) => tellOfListChanges());
  const look = await looking;
  const seen = look?.index;
  const reading = seen?.buffer.then((buffer) => buffer && read(buffer));
  const index = await Promise.race([reading, new Promise<undefined>((done) => setTimeout(done, INDEX_PATIENCE_MS))]);
  const first = firstViewIn(root);
  const show = (index: SeenIndex | undefined): void =>
    render(<Popup namedTab={namedTab} first={first} look={look} index={index} place={place} />, root);
  show(seen && { name: seen.name, index });
  if (index) return;
  const late = await reading;
  if (seen) show(late && { name: seen.name, index: late });
  if (!late) releaseLater();
}

function read(buffer: ArrayBuffer): SearchIndex | undefined {
  try {
    return SearchIndex.fromBuffer(buffer);
  } catch {
    // It is found to be damaged again, and made anew, when the database is open.
    return undefined;
  }
}
