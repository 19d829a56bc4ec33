/**
 * The marks of a page whose content is spread over frames, in the order in which a reader meets
 * them.
 */
import type { PaperId } from '../model/paper.ts';

/** A mark in a frame. */
export interface FrameMark {
  paperId: PaperId;
  /** How many of the frame's own child frames stand before it. */
  framesBefore: number;
}

/** What one frame knows of its marks. */
export interface FrameReport {
  /**
   * From the page's top frame down to this one: which of its parent's `window.frames` each is.
   * Empty for the top frame.
   */
  path: number[];
  /** The frame's child frames, as places in its `window.frames`, in the order of its document. */
  children: number[];
  /** In the order of its document. */
  marks: FrameMark[];
}

/** Where a mark stands: in which of the reports, and the how manieth of its paper there. */
export interface Place {
  report: number;
  nth: number;
}

/**
 * The places of each paper over all frames, papers in the order in which they come first on the
 * page.
 */
export function inPageOrder(reports: readonly FrameReport[]): Map<PaperId, Place[]> {
  const papers = new Map<PaperId, Place[]>();
  // Of frames in shadow trees several may have the same path.
  const waiting = Map.groupBy(reports.keys(), (index) => (reports[index] as FrameReport).path.join());

  const visit = (path: number[]): void => {
    // None is left where no content script runs, or none has anything to say.
    for (let index = waiting.get(path.join())?.shift(); index !== undefined; index = waiting.get(path.join())?.shift())
      visitReport(index);
  };
  const visitReport = (index: number): void => {
    const { path, marks, children } = reports[index] as FrameReport;
    const seen = new Map<PaperId, number>();
    let next = 0;
    const visitUpTo = (count: number): void => {
      for (; next < count; next++) visit([...path, children[next] as number]);
    };
    for (const { paperId, framesBefore } of marks) {
      visitUpTo(framesBefore);
      const nth = seen.get(paperId) ?? 0;
      seen.set(paperId, nth + 1);
      papers.set(paperId, [...(papers.get(paperId) ?? []), { report: index, nth }]);
    }
    visitUpTo(children.length);
  };

  visit([]);
  // Frames below one that says nothing, or in a shadow tree, where their parent can't count them:
  // last, outer ones first.
  for (const { path } of [...reports].sort((a, b) => a.path.length - b.path.length)) visit(path);
  return papers;
}
