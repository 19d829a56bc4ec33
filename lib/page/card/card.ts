/** The card of a mark: shows its paper beside it until the reader turns away. */
import type { Mention } from '../mention.ts';
import { reveal } from '../painter.ts';
import type { CardChange, CardClient, CardListener } from './client.ts';
import { watchDismissal } from './dismissal.ts';
import { canJudgeSight } from './frames-around.ts';
import type { CardHandoff } from './handoff.ts';
import { CardHost } from './host.ts';
import { watchPointer } from './pointer.ts';
import { preloadWords } from './preloaded-words.ts';
import type { Sight } from './sight.ts';
import { indexOfMark, isInView, stepFrom } from './steps.ts';
import { CardView, type Step } from './view.ts';

/** How long a mark may take to scroll into view. */
const SCROLL_TIMEOUT_MS = 1500;

/** How a card was opened: by the pointer at `x`, or by a step, when it takes the focus. */
interface Opening {
  x?: number;
  step?: Step;
  /** Whether the card closes when the pointer leaves. */
  hovered: boolean;
}

/** Shows cards of the marks in `handoff` from now on, as the reader points, presses and steps. */
export function showCards(handoff: CardHandoff, client: CardClient): void {
  const card = new Card(handoff, client);
  handoff.step = (by) => card.step(by);
  watchPointer(handoff.painted, handoff.event, (...found) => card.open(...found), handoff.signal);
  handoff.signal.addEventListener('abort', () => card.close());
}

/** One card at a time. */
class Card {
  private readonly handoff: CardHandoff;
  private readonly client: CardClient;
  private readonly words = preloadWords();
  private latest: Mention | undefined;
  private shown: { close(back: boolean): void; focusBefore: Element | null } | undefined;

  constructor(handoff: CardHandoff, client: CardClient) {
    this.handoff = handoff;
    this.client = client;
  }

  open(mention: Mention, x: number, touch: boolean): void {
    // The pointer may rest on the same mark again.
    const isShown = this.shown && this.latest === mention;
    if (!isShown) this.show(mention, { x, hovered: !touch });
  }

  step(by: 1 | -1): void {
    const marks = this.handoff.marks();
    // The step starts at the latest card, unless the reader has scrolled away since.
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

  private show(mention: Mention, { x, step, hovered }: Opening): void {
    const focusBefore = this.shown?.focusBefore ?? focusedElement();
    this.close();
    this.latest = mention;
    const { paperId, range } = mention;
    const closed = new AbortController();
    let host: CardHost | undefined;
    const change = async (wanted: CardChange, event: Event): Promise<void> => {
      if (!host || !event.isTrusted) return;
      view.wait();
      if (!(await isIntended(event, host.sight))) {
        if (host.sight.isClear) view.askAgain();
        else view.fail(this.words.covered);
        return;
      }
      try {
        await this.client.change(paperId, wanted);
        view.confirm(wanted);
      } catch (error) {
        view.fail((error as Error).message);
      }
    };
    const open = (event: Event): void => {
      if (event.isTrusted) this.client.open(paperId);
    };
    const view = new CardView(step, canJudgeSight() ? { change, open } : { open }, this.words);
    const close = (back: boolean): void => {
      if (closed.signal.aborted) return;
      closed.abort();
      host?.remove();
      this.shown = undefined;
      if (back && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
    };
    this.shown = { close, focusBefore };
    const marks = this.handoff.marks;
    const mark = (): Range | undefined => marks()[indexOfMark(marks(), mention)]?.range;
    const present = (): void => {
      if (host || closed.signal.aborted) return;
      if (hovered && !isPointedAt(range)) {
        close(false);
        return;
      }
      const made = new CardHost(view.element, range.startContainer, closed.signal);
      host = made;
      watchDismissal(made, hovered ? mark : undefined, close, closed.signal);
      const timeout = step ? SCROLL_TIMEOUT_MS : 0;
      const arrived = (): void => {
        // An invisible element can't have the focus.
        if (step) view.element.focus({ preventScroll: true });
      };
      const lost = (): void => close(made.focused !== null);
      follow(() => made.moveTo(mark(), x), { timeout, arrived, lost }, closed.signal);
    };
    // The card appears with its content: an empty one would be read out by a screen reader, and
    // would jump.
    const listener: CardListener = {
      paper: (paper) => {
        try {
          view.show(paper);
        } catch (error) {
          this.client.report(error);
          view.fail(this.words.fault);
        }
        present();
      },
      failed(why) {
        view.fail(why);
        present();
      },
    };
    this.client.watch(paperId, listener, closed.signal);
  }
}

/** Whether a click or key was intended. A key press can't be baited by position, so it waits. */
async function isIntended(event: Event, sight: Sight): Promise<boolean> {
  const isKey = (event as UIEvent).detail === 0;
  return isKey ? sight.wait() : sight.isLongEnough;
}

/** How a card follows its mark. */
interface Following {
  /** How long the mark may be out of sight at first, in milliseconds. */
  timeout: number;
  /** The mark has come into sight. */
  arrived(): void;
  /** The mark is out of sight. */
  lost(): void;
}

/**
 * Calls `move`, which returns whether the mark is in sight, in every frame until `signal` aborts:
 * pages scroll, zoom and move their content.
 */
function follow(move: () => boolean, { timeout, arrived, lost }: Following, signal: AbortSignal): void {
  const end = performance.now() + timeout;
  let wasSeen = false;
  const next = (): void => {
    if (signal.aborted) return;
    const isSeen = move();
    if (isSeen && !wasSeen) arrived();
    wasSeen = isSeen;
    // Other scrolling in progress may take the mark out of sight and back.
    if (isSeen || performance.now() < end) requestAnimationFrame(next);
    else lost();
  };
  next();
}

/** Whether the pointer is still about where the mark is. */
function isPointedAt({ commonAncestorContainer: around }: Range): boolean {
  return (around instanceof Element ? around : around.parentElement)?.matches(':hover') ?? false;
}

/** The focused element, also in open shadow roots; the body if there is none. */
function focusedElement(): Element | null {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}
