/** Marks the titles on one page for as long as it is asked to. */
import type { TitleTable } from '../core/title-index.ts';
import type { JudgeSource } from './judge-source.ts';
import { PageMarks, type Painter } from './page-marks.ts';
import { PageScanner } from './page-scanner.ts';
import { watchPage } from './page-watcher.ts';
import { findShadowRoots } from './shadow-roots.ts';

/** The marks of a document and of the open shadow roots in it, on or off. */
export class PageHighlighter {
  readonly marks: PageMarks;
  private readonly document: Document;
  private readonly rules: JudgeSource;
  private readonly watchers: (() => void)[] = [];
  private current: { table: TitleTable; off: AbortController } | undefined;

  constructor(document: Document, painter: Painter, rules: JudgeSource) {
    this.document = document;
    this.rules = rules;
    this.marks = new PageMarks(painter, () => {
      for (const changed of this.watchers) changed();
    });
    this.marks.clear();
  }

  /** Calls `changed` after every change of the visible marks. */
  watch(changed: () => void): void {
    this.watchers.push(changed);
  }

  /** Marks the titles of `table` from now on, or none if it is undefined. */
  use(table: TitleTable | undefined): void {
    if (table === this.current?.table) return;
    this.current?.off.abort();
    this.current = undefined;
    this.marks.clear();
    if (!table?.size) return;
    const off = new AbortController();
    this.current = { table, off };
    const opened = new WeakSet<Node>();
    const open = (root: Document | ShadowRoot): void => {
      if (opened.has(root)) return;
      opened.add(root);
      const scanner = new PageScanner(root, table, this.marks, this.rules, off.signal);
      const look = (node: ParentNode & Node): void => {
        scanner.notice(node);
        findShadowRoots(node, open, off.signal);
      };
      scanner.start();
      watchPage(root, scanner, this.marks, look, off.signal);
      findShadowRoots(root, open, off.signal);
    };
    open(this.document);
    // Scripts that came late may have given elements a shadow root since.
    const look = (): void => findShadowRoots(this.document, open, off.signal);
    this.document.defaultView?.addEventListener('load', look, { signal: off.signal });
  }
}
