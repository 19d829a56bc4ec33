/** Which of a page's mentions are painted: those that a person sees, or is about to see. */
import { elementAround, localNameOf, rootOf } from './dom.ts';
import { attempt } from './faults.ts';
import { FrameSight } from './frame-sight.ts';
import type { MarkPainting } from './marking-tools.ts';
import type { Mention, Part } from './mention.ts';
import { Nearness } from './nearness.ts';
import type { HighlightPainter } from './painter.ts';
import { listen, reattachListeners } from './persistent-listeners.ts';
import { Look, sightOf } from './seen.ts';
import { Throttle } from './throttle.ts';

/** The least time between two looks while a page scrolls: a frame. */
const FRAME_MS = 16;

/**
 * For this long after the reader turns a wheel or presses a key, marks are painted a window's
 * height ahead, so that they are there before the eye is. At other times nothing outside the window
 * is painted: a page could keep text there that nobody ever sees.
 */
const PAINT_AHEAD_MS = 1000;

/** Paints the marks of one document. */
export class Painting implements MarkPainting {
  private readonly painter: HighlightPainter;
  private readonly nearness: Nearness;
  private readonly frame: FrameSight;
  private readonly elements = new WeakMap<Mention, Element>();
  private readonly moving: Throttle;
  private readonly onPaint: (elementNames: ReadonlySet<string>) => void;
  private mentions: readonly Mention[] = [];
  private painted: Mention[] = [];
  private movedAt = Number.NEGATIVE_INFINITY;
  private isFollowing = false;
  private readonly signal: AbortSignal;

  /** @param onPaint called before marks are painted, with the names of elements that hold them */
  constructor(painter: HighlightPainter, onPaint: (elementNames: ReadonlySet<string>) => void, signal: AbortSignal) {
    this.painter = painter;
    this.onPaint = onPaint;
    this.signal = signal;
    const paint = (): void => this.paint();
    this.nearness = new Nearness(paint, signal);
    this.frame = new FrameSight(paint, signal);
    this.moving = new Throttle(paint, FRAME_MS, signal);
    signal.addEventListener('abort', () => {
      this.mentions = [];
      this.paint();
    });
  }

  get marks(): readonly Mention[] {
    return this.painted;
  }

  show(mentions: readonly Mention[]): void {
    this.mentions = mentions;
    this.nearness.follow(new Set(mentions.map((mention) => this.elementOf(mention))));
    if (mentions.length > 0 && !this.isFollowing) this.followReader();
    this.paint();
  }

  followRoot(): void {
    // This code is in a script of its own, with its own set of listeners.
    reattachListeners();
    if (this.isFollowing) attempt(() => this.frame.follow());
  }

  private followReader(): void {
    this.isFollowing = true;
    attempt(() => this.frame.follow());
    listen(document, 'scroll', () => this.moving.schedule(), this.signal);
    for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
      const move = ({ isTrusted }: Event): void => {
        if (!isTrusted) return;
        this.movedAt = performance.now();
        this.moving.schedule();
        setTimeout(() => this.moving.schedule(), PAINT_AHEAD_MS);
      };
      listen(window, type, move, this.signal);
    }
  }

  private paint(): void {
    const isMoving = performance.now() - this.movedAt < PAINT_AHEAD_MS;
    const painted = attempt(() => this.seen(isMoving ? innerHeight : 0)) ?? [];
    const isSame = painted.length === this.painted.length && painted.every((mention, i) => mention === this.painted[i]);
    if (isSame && this.painter.isIntact) return;
    if (painted.length > 0) this.onPaint(namesAround(painted));
    this.painted = painted;
    this.painter.paint(painted.map((mention) => mention.painted));
  }

  private seen(ahead: number): Mention[] {
    const near = this.mentions.filter((mention) => this.nearness.isNear(this.elementOf(mention)));
    if (near.length === 0 || !this.frame.isSeen) return [];
    const look = new Look(sightOf(window === window.top ? ahead : 0));
    // While something, say a card, covers the frame, painted marks stay, which tells the page
    // nothing, but no others appear.
    const may = this.frame.isClear ? near : near.filter((mention) => this.painted.includes(mention));
    return may.filter((mention) => mention.isThere && attempt(() => look.sees(mention)));
  }

  /** The innermost element with a box around a mention's beginning. */
  private elementOf(mention: Mention): Element {
    let element = this.elements.get(mention);
    if (element) return element;
    for (element = elementAround((mention.seenParts[0] as Part).node) ?? document.documentElement; ; ) {
      const around: Element | null = getComputedStyle(element).display === 'contents' ? elementAround(element) : null;
      if (!around) break;
      element = around;
    }
    this.elements.set(mention, element);
    return element;
  }
}

/**
 * Names of the elements that hold the text of marks, as selectors. In shadow trees all elements are
 * meant: a rule that comes later reaches those trees in Chromium only where it restyles everything.
 */
function namesAround(mentions: readonly Mention[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { nodes } of mentions) {
    for (const node of nodes) {
      const around = elementAround(node);
      const isInShadow = rootOf(node) !== document || node.assignedSlot !== null;
      if (around) names.add(isInShadow ? '*' : CSS.escape(localNameOf(around)));
    }
  }
  return names;
}
