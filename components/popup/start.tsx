/** Starts the popup over the view that is shown already. */
import { render } from 'preact';
import type { FirstLook } from '../../lib/db/first-look.ts';
import { firstViewIn } from './last-view.ts';
import { Popup } from './popup.tsx';

/** Takes `root` over: what is in it stays as far as it is the same, the search box with what was typed in it above all. */
export function startPopup(
  root: HTMLElement,
  namedTab: number | undefined,
  look: Promise<FirstLook | undefined>,
): void {
  render(<Popup namedTab={namedTab} first={firstViewIn(root)} look={look} />, root);
}
