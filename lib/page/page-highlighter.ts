/** Marks the titles on one page for as long as it is asked to. */
import type { TitleTable } from '../core/titles/title-table.ts';
import { find } from './dom.ts';
import { attempt } from './faults.ts';
import { listen, listenAgain } from './lasting-listeners.ts';
import type { MarkPainting, ToolSource } from './marking-tools.ts';
import type { Mention } from './mention.ts';
import { Paced } from './paced.ts';
import { PageMarks } from './page-marks.ts';
import { PageScanner } from './page-scanner.ts';
import { type Watcher, watchPage } from './page-watcher.ts';
import { Rounds } from './rounds.ts';
import { findShadowRoots } from './shadow-roots.ts';
import { watchSight } from './sight-changes.ts';

/** The shortest time between two looks at all mentions, in milliseconds. */
const MIN_PAUSE_MS = 50;

/** The marks of a document and of the open shadow roots in it, on or off. */
export class PageHighlighter {
  private readonly source: ToolSource;
  private readonly onFirst: () => void;
  private readonly watchers: (() => void)[] = [];
  private current:
    | { table: TitleTable; off: AbortController; marks: PageMarks; painting?: MarkPainting | undefined }
    | undefined;

  /** @param onFirst called before the first mark is painted, and again after marks were off */
  constructor(source: ToolSource, onFirst: () => void) {
    this.source = source;
    this.onFirst = onFirst;
  }

  /** The mentions that are drawn somewhere on the page, in its order. */
  get mentions(): readonly Mention[] {
    return this.current?.marks.inOrder ?? [];
  }

  /** Those of them that are painted, since they are in sight. */
  get painted(): readonly Mention[] {
    return this.current?.painting?.marks ?? [];
  }

  /** Calls `changed` after every change of the mentions. */
  watch(changed: () => void): void {
    this.watchers.push(changed);
  }

  /** Marks the titles of `table` from now on, or none if it is undefined. */
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
    let followsSight = false;
    const look = (): void => {
      // Pages without a title, which are most, pay nothing for what may be shown and hidden.
      if (!marks.isEmpty && !followsSight) {
        followsSight = true;
        watchSight(stirred, signal);
        open(document);
      }
      attempt(() => marks.refresh());
      if (!marks.isEmpty) current.painting ??= this.source.tools?.paint(this.onFirst, signal);
      current.painting?.show(marks.inOrder);
    };
    const looks = new Paced(look, MIN_PAUSE_MS, signal);
    const marks = new PageMarks(
      () => looks.soon(),
      () => this.tell(),
    );
    const current: NonNullable<typeof this.current> = { table, off, marks };
    this.current = current;

    const walk = (node: Node): Promise<void> => findShadowRoots(node, open, signal);
    const open = (root: Document | ShadowRoot): void => {
      const watcher = opened.get(root) ?? read(root);
      opened.set(root, watcher);
      if (followsSight) watcher.followAttributes();
      void walk(root);
    };
    const read = (root: Document | ShadowRoot): Watcher => {
      const scanner = new PageScanner(root, table, marks, this.source, signal);
      const added = (node: Node): void => {
        scanner.notice(node);
        void walk(node);
      };
      scanner.start();
      return watchPage(root, scanner, { added, settled: stirred, rootReplaced, restyled: stirred }, signal);
    };
    const rootReplaced = (): void => {
      listenAgain();
      current.painting?.followRoot();
    };
    const rounds = new Rounds(async () => {
      // No browser tells of a shadow root that an element gets later.
      await walk(document);
      if (!marks.isEmpty) looks.soon();
      return !marks.isEmpty || find(document, ':not(:defined)') !== null;
    }, signal);
    const stirred = (): void => {
      if (!marks.isEmpty) looks.soon();
      rounds.begin();
    };
    open(document);
    for (const type of ['load', 'click', 'keydown', 'scroll']) listen(window, type, () => rounds.begin(), signal);
    rounds.begin();
  }

  private tell(): void {
    for (const changed of this.watchers) changed();
  }
}
