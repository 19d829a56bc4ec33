/** Starts the popup over the view that is shown already. */
import { hydrate, render } from 'preact';
import type { FirstLook } from '../../lib/db/first-look.ts';
import { openIndex } from '../../lib/db/index-file.ts';
import { holdLater, later, releaseLater } from '../hooks/first-answer.ts';
import type { SeenIndex } from '../hooks/use-engine.ts';
import { sayBusy } from './last-view.ts';
import { opening } from './opening.ts';
import { Popup } from './popup.tsx';
import { attributesAtFirst } from './taking-over.ts';

/**
 * Takes `root` over: what is in it stays as far as it is the same, the search box with what was typed in it above all. `attributes` are those of
 * the view in it, if there is one.
 */
export async function startPopup(
  root: HTMLElement,
  namedTab: number | undefined,
  looking: Promise<FirstLook | undefined>,
  place: 'popup' | 'side-panel',
  attributes: string | undefined,
): Promise<void> {
  holdLater();
  void later(() => import('../../lib/extension/list-news.ts')).then(({ tellOfListChanges }) => tellOfListChanges());
  const look = await looking;
  const first = await opening(root, look, await indexSeen(look));
  const popup = <Popup namedTab={namedTab} opening={first} place={place} />;
  if (first.answers && attributes === attributesAtFirst(first)) {
    sayBusy(root, first.answers.text !== first.query);
    hydrate(popup, root);
  } else render(popup, root);
  if (!first.index) releaseLater();
}

async function indexSeen(look: FirstLook | undefined): Promise<SeenIndex | undefined> {
  if (!look?.index) return undefined;
  const { name, stored } = look.index;
  const head = await look.index.head;
  try {
    const index = head && openIndex(stored, head);
    return index && { name, index };
  } catch {
    // What is wrong with it is found again, and said or mended, when the database is open.
    return undefined;
  }
}
