/** Which of a page's mentions are painted: those that a person sees, or is about to see. */
import { elementAround } from './dom.ts';
import { attempt } from './faults.ts';
import { FrameSight } from './frame-sight.ts';
import { listen, listenAgain } from './lasting-listeners.ts';
import type { MarkPainting } from './marking-tools.ts';
import type { Mention, Part } from './mention.ts';
import { Nearness } from './nearness.ts';
import { Paced } from './paced.ts';
import type { HighlightPainter } from './painter.ts';
import { Look, sightOf } from './seen.ts';

/** The shortest time between two looks while a page scrolls, in milliseconds: a frame. */
const FRAME_MS = 16;

/**
 * How long after the reader has turned a wheel or pressed a key marks are painted a window's height
 * ahead, so that they are there before the eye is. At other times, what is off the window is not
 * painted: a page could keep text there that nobody ever sees.
 */
const AHEAD_TIME = 1000;

/** The marks of one document as they are painted. */
export class Painting implements MarkPainting {
  private readonly painter: HighlightPainter;
  private readonly nearness: Nearness;
  private readonly frame: FrameSight;
  private readonly elements = new WeakMap<Mention, Element>();
  private readonly moving: Paced;
  private readonly onFirst: () => void;
  private mentions: readonly Mention[] = [];
  private painted: Mention[] = [];
  private movedAt = Number.NEGATIVE_INFINITY;
  private isFollowing = false;
  private readonly signal: AbortSignal;

  /** @param onFirst called before something is painted for the first time */
  constructor(painter: HighlightPainter, onFirst: () => void, signal: AbortSignal) {
    this.painter = painter;
    this.onFirst = onFirst;
    this.signal = signal;
    const paint = (): void => this.paint();
    this.nearness = new Nearness(paint, signal);
    this.frame = new FrameSight(paint, signal);
    this.moving = new Paced(paint, FRAME_MS, signal);
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
    // The script that this is loaded with has listeners of its own.
    listenAgain();
    if (this.isFollowing) attempt(() => this.frame.follow());
  }

  private followReader(): void {
    this.isFollowing = true;
    attempt(() => this.frame.follow());
    listen(document, 'scroll', () => this.moving.soon(), this.signal);
    for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
      const move = ({ isTrusted }: Event): void => {
        if (!isTrusted) return;
        this.movedAt = performance.now();
        this.moving.soon();
        setTimeout(() => this.moving.soon(), AHEAD_TIME);
      };
      listen(window, type, move, this.signal);
    }
  }

  private paint(): void {
    const isMoving = performance.now() - this.movedAt < AHEAD_TIME;
    const painted = attempt(() => this.seen(isMoving ? innerHeight : 0)) ?? [];
    const isSame = painted.length === this.painted.length && painted.every((mention, i) => mention === this.painted[i]);
    if (isSame && this.painter.isIntact) return;
    if (painted.length > 0) this.onFirst();
    this.painted = painted;
    this.painter.paint(painted.map((mention) => mention.painted));
  }

  private seen(ahead: number): Mention[] {
    const near = this.mentions.filter((mention) => this.nearness.isNear(this.elementOf(mention)));
    if (near.length === 0 || !this.frame.isSeen) return [];
    const look = new Look(sightOf(window === window.top ? ahead : 0));
    // Under a card, say, what was painted stays, which tells the page nothing; nothing else comes.
    const may = this.frame.isClear ? near : near.filter((mention) => this.painted.includes(mention));
    return may.filter((mention) => mention.isThere && attempt(() => look.sees(mention)));
  }

  /** The element with a box in which a mention begins. */
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
