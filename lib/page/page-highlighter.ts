/** Marks the titles on one page for as long as it is asked to. */
import type { TitleTable } from '../core/title-index.ts';
import { PageMarks, type Painter } from './page-marks.ts';
import { PageScanner } from './page-scanner.ts';
import { watchPage } from './page-watcher.ts';

/** The marks of a document, on or off. */
export class PageHighlighter {
  readonly marks: PageMarks;
  private readonly document: Document;
  private readonly watchers: (() => void)[] = [];
  private current: { table: TitleTable; off: AbortController } | undefined;

  constructor(document: Document, painter: Painter) {
    this.document = document;
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
    if (!table) return;
    const off = new AbortController();
    this.current = { table, off };
    const scanner = new PageScanner(this.document, table, this.marks, off.signal);
    scanner.scan(this.document.documentElement);
    watchPage(this.document, scanner, this.marks, off.signal);
  }
}
