/** Starts the popup over the view that is shown already. */
import { render } from 'preact';
import { SearchIndex } from '../../lib/core/search-index.ts';
import type { FirstLook } from '../../lib/db/first-look.ts';
import { holdLater, later, releaseLater } from '../hooks/first-answer.ts';
import { type Opening, opening } from './opening.ts';
import { Popup } from './popup.tsx';

/** What comes later comes then at the latest: what is waited for may be an index that is still being made. */
const PATIENCE_MS = 250;
/** An index of so many bytes (10,000 papers) is there as soon as all else, and the first frame answers; a larger one comes after. */
const SMALL_INDEX = 16e6;

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
  const index = seen && seen.bytes <= SMALL_INDEX ? await reading : undefined;
  const first = await opening(root, look, seen && { name: seen.name, index });
  const show = (opening: Opening): void => render(<Popup namedTab={namedTab} opening={opening} place={place} />, root);
  show(first);
  if (index) return;
  const late = await reading;
  if (seen) show({ ...first, index: late && { name: seen.name, index: late } });
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
