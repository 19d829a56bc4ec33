/** Marks the titles on one page, while it is on. */
import type { TitleTable } from '../core/titles/title-table.ts';
import { BackoffPoll } from './backoff-poll.ts';
import { find } from './dom.ts';
import { attempt } from './faults.ts';
import type { MarkPainting, ToolSource } from './marking-tools.ts';
import type { Mention } from './mention.ts';
import { PageMarks } from './page-marks.ts';
import { PageScanner } from './page-scanner.ts';
import { type Watcher, watchPage } from './page-watcher.ts';
import { listen, reattachListeners } from './persistent-listeners.ts';
import { findShadowRoots } from './shadow-roots.ts';
import { Throttle } from './throttle.ts';
import { listenToVisibilityEvents } from './visibility-events.ts';

/** The least time between two looks at all mentions. */
const MIN_LOOK_PAUSE_MS = 50;

/** The marks of a document and of the open shadow roots in it, on or off. */
export class PageHighlighter {
  private readonly source: ToolSource;
  private readonly onPaint: (elementNames: ReadonlySet<string>) => void;
  private readonly watchers: (() => void)[] = [];
  private current:
    | { table: TitleTable; off: AbortController; marks: PageMarks; painting?: MarkPainting | undefined }
    | undefined;

  /** @param onPaint called before marks are painted, with the names of elements that hold them */
  constructor(source: ToolSource, onPaint: (elementNames: ReadonlySet<string>) => void) {
    this.source = source;
    this.onPaint = onPaint;
  }

  /** The mentions that are drawn somewhere on the page, in its order. */
  get mentions(): readonly Mention[] {
    return this.current?.marks.inOrder ?? [];
  }

  /** Those of them that are in sight, and so painted. */
  get painted(): readonly Mention[] {
    return this.current?.painting?.marks ?? [];
  }

  /** Calls `listener` after every change of the mentions. */
  watch(listener: () => void): void {
    this.watchers.push(listener);
  }

  /** Marks the titles of `table` from now on; none if it is undefined. */
  use(table: TitleTable | undefined): void {
    if (table === this.current?.table) return;
    const hadMentions = this.mentions.length > 0;
    this.current?.off.abort();
    this.current = undefined;
    if (table?.size) this.begin(table);
    if (hadMentions) this.tell();
  }

  private begin(table: TitleTable): void {
    const off = new AbortController();
    const { signal } = off;
    const opened = new WeakMap<Node, Watcher>();
    let followsVisibility = false;
    const look = (): void => {
      // Most pages have no title, and need not follow what is shown and hidden.
      if (!marks.isEmpty && !followsVisibility) {
        followsVisibility = true;
        listenToVisibilityEvents(mayHaveChanged, signal);
        open(document);
      }
      attempt(() => marks.refresh());
      if (!marks.isEmpty) current.painting ??= this.source.tools?.paint(this.onPaint, signal);
      current.painting?.show(marks.inOrder);
    };
    const looks = new Throttle(look, MIN_LOOK_PAUSE_MS, signal);
    const marks = new PageMarks(
      () => looks.schedule(),
      () => this.tell(),
    );
    const current: NonNullable<typeof this.current> = { table, off, marks };
    this.current = current;

    const walk = (node: Node): Promise<void> => findShadowRoots(node, open, signal);
    const open = (root: Document | ShadowRoot): void => {
      const watcher = opened.get(root) ?? read(root);
      opened.set(root, watcher);
      if (followsVisibility) watcher.followAttributes();
      void walk(root);
    };
    const read = (root: Document | ShadowRoot): Watcher => {
      const scanner = new PageScanner(root, table, marks, this.source, signal);
      const added = (node: Node): void => {
        scanner.notice(node);
        void walk(node);
      };
      scanner.start();
      return watchPage(
        root,
        scanner,
        { added, flushed: mayHaveChanged, rootReplaced, restyled: mayHaveChanged },
        signal,
      );
    };
    const rootReplaced = (): void => {
      reattachListeners();
      current.painting?.followRoot();
    };
    const poll = new BackoffPoll(async () => {
      // No event reports a shadow root that is attached later.
      await walk(document);
      if (!marks.isEmpty) looks.schedule();
      return !marks.isEmpty || find(document, ':not(:defined)') !== null;
    }, signal);
    const mayHaveChanged = (): void => {
      if (!marks.isEmpty) looks.schedule();
      poll.restart();
    };
    open(document);
    for (const type of ['load', 'click', 'keydown', 'scroll']) listen(window, type, () => poll.restart(), signal);
    poll.restart();
  }

  private tell(): void {
    for (const listener of this.watchers) listener();
  }
}
