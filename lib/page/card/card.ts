/**
 * The card of a mark: what is known of its paper, beside its title, until the reader turns away.
 */
import type { Mention } from '../mention.ts';
import { reveal } from '../painter.ts';
import { watchDismissal } from './dismissal.ts';
import { CardFrame } from './frame.ts';
import { canKnowSight } from './frames-around.ts';
import { lastingWords } from './lasting-words.ts';
import type { CardChange, CardLine, CardListener } from './line.ts';
import { watchPointer } from './pointer.ts';
import type { Sight } from './sight.ts';
import type { CardSlot } from './slot.ts';
import { indexOfMark, isInView, stepFrom } from './steps.ts';
import { CardView, type Step } from './view.ts';

/** How long a mark may take to scroll into view, in milliseconds. */
const ARRIVAL_MS = 1500;

/**
 * How a card is wanted: where the pointer is; or which mark of how many the reader stepped to, when
 * it takes the focus.
 */
interface Wish {
  x?: number;
  step?: Step;
  /** The card goes when the pointer goes. */
  hovered: boolean;
}

/** Shows cards of the marks in `slot` from now on, as the reader points, presses and steps. */
export function showCards(slot: CardSlot, line: CardLine): void {
  const card = new Card(slot, line);
  slot.step = (by) => card.step(by);
  watchPointer(slot.painted, slot.event, (...found) => card.open(...found), slot.signal);
  slot.signal.addEventListener('abort', () => card.close());
}

/** One card at a time. */
class Card {
  private readonly slot: CardSlot;
  private readonly line: CardLine;
  private readonly words = lastingWords();
  private latest: Mention | undefined;
  private shown: { close(back: boolean): void; focusBefore: Element | null } | undefined;

  constructor(slot: CardSlot, line: CardLine) {
    this.slot = slot;
    this.line = line;
  }

  open(mention: Mention, x: number, touch: boolean): void {
    // A pointer that rests again on the same mark changes nothing.
    const isShown = this.shown && this.latest === mention;
    if (!isShown) this.show(mention, { x, hovered: !touch });
  }

  step(by: 1 | -1): void {
    const marks = this.slot.marks();
    // Where the last card was is where the reader is, unless the reader has scrolled away since.
    const isHere = this.latest && (this.shown || isInView(this.latest));
    const index = stepFrom(marks, isHere ? this.latest : undefined, by);
    const mention = marks[index];
    if (!mention) return;
    reveal(mention);
    this.show(mention, { step: { number: index + 1, of: marks.length }, hovered: false });
  }

  close(): void {
    this.shown?.close(false);
  }

  private show(mention: Mention, { x, step, hovered }: Wish): void {
    const focusBefore = this.shown?.focusBefore ?? focusedElement();
    this.close();
    this.latest = mention;
    const { paperId, range } = mention;
    const closed = new AbortController();
    let frame: CardFrame | undefined;
    const change = async (wanted: CardChange, event: Event): Promise<void> => {
      if (!frame || !event.isTrusted) return;
      view.wait();
      if (!(await isMeant(event, frame.sight))) {
        if (frame.sight.isClear) view.askAgain();
        else view.fail(this.words.covered);
        return;
      }
      try {
        await this.line.change(paperId, wanted);
        view.confirm(wanted);
      } catch (error) {
        view.fail((error as Error).message);
      }
    };
    const open = (event: Event): void => {
      if (event.isTrusted) this.line.open(paperId);
    };
    const view = new CardView(step, canKnowSight() ? { change, open } : { open }, this.words);
    const close = (back: boolean): void => {
      if (closed.signal.aborted) return;
      closed.abort();
      frame?.remove();
      this.shown = undefined;
      if (back && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
    };
    this.shown = { close, focusBefore };
    const marks = this.slot.marks;
    const mark = (): Range | undefined => marks()[indexOfMark(marks(), mention)]?.range;
    const present = (): void => {
      if (frame || closed.signal.aborted) return;
      if (hovered && !isPointedAt(range)) {
        close(false);
        return;
      }
      const made = new CardFrame(view.element, range.startContainer, closed.signal);
      frame = made;
      watchDismissal(made, hovered ? mark : undefined, close, closed.signal);
      const patience = step ? ARRIVAL_MS : 0;
      const arrived = (): void => {
        // What is not seen can't have the focus.
        if (step) view.element.focus({ preventScroll: true });
      };
      const lost = (): void => close(made.focused !== null);
      follow(() => made.standAt(mark(), x), { patience, arrived, lost }, closed.signal);
    };
    // It appears with its content: a screen reader would read out an empty one, and eyes would see
    // it jump.
    const listener: CardListener = {
      paper: (paper) => {
        try {
          view.show(paper);
        } catch (error) {
          this.line.report(error);
          view.fail(this.words.fault);
        }
        present();
      },
      failed(why) {
        view.fail(why);
        present();
      },
    };
    this.line.watch(paperId, listener, closed.signal);
  }
}

/**
 * Whether the reader can have meant to press what is under a click. Keys come with no place that
 * could be baited: they wait.
 */
async function isMeant(event: Event, sight: Sight): Promise<boolean> {
  const isKey = (event as UIEvent).detail === 0;
  return isKey ? sight.wait() : sight.isLong;
}

/** How a card stands with its mark. */
interface Following {
  /** How long the mark may be out of sight at first, in milliseconds. */
  patience: number;
  /** It is seen, and was not before. */
  arrived(): void;
  /** It is not seen, or not any more. */
  lost(): void;
}

/**
 * Calls `stand`, which says whether it could, in every frame until `signal` aborts: pages scroll,
 * zoom, and move what is on them.
 */
function follow(stand: () => boolean, { patience, arrived, lost }: Following, signal: AbortSignal): void {
  const end = performance.now() + patience;
  let wasSeen = false;
  const next = (): void => {
    if (signal.aborted) return;
    const isSeen = stand();
    if (isSeen && !wasSeen) arrived();
    wasSeen = isSeen;
    // A page that is still scrolling elsewhere may carry a mark out of sight and back.
    if (isSeen || performance.now() < end) requestAnimationFrame(next);
    else lost();
  };
  next();
}

/** Whether the pointer is still about where a mark is. */
function isPointedAt({ commonAncestorContainer: around }: Range): boolean {
  return (around instanceof Element ? around : around.parentElement)?.matches(':hover') ?? false;
}

/** The element that has the focus, also in open shadow roots; the body has it when nothing has. */
function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}
