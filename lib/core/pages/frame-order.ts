/** Puts the marks of a page with frames into the order in which a reader meets them. */
import type { PaperId } from '../model/paper.ts';

/** A mark in a frame. */
export interface FrameMark {
  paperId: PaperId;
  /** How many child frames of the frame come before it. */
  framesBefore: number;
}

/** What one frame reports of its marks. */
export interface FrameReport {
  /**
   * The way from the top frame down to this one, as indexes in each parent's `window.frames`. Empty
   * for the top frame.
   */
  path: number[];
  /** The frame's child frames, as indexes in its `window.frames`, in document order. */
  children: number[];
  /** In document order. */
  marks: FrameMark[];
}

/** A mark: its report, and which of that paper's marks in the report it is, from 0. */
export interface Place {
  report: number;
  nth: number;
}

/** The places of each paper over all frames; papers in the order in which they first appear. */
export function inPageOrder(reports: readonly FrameReport[]): Map<PaperId, Place[]> {
  const papers = new Map<PaperId, Place[]>();
  // Frames in shadow trees may have the same path.
  const waiting = Map.groupBy(reports.keys(), (index) => (reports[index] as FrameReport).path.join());

  const visit = (path: number[]): void => {
    // There is no report where no content script runs, or has nothing to say.
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
  // Last, outer ones first: frames below one without a report, or in a shadow tree, where their
  // parent can't count them.
  for (const { path } of [...reports].sort((a, b) => a.path.length - b.path.length)) visit(path);
  return papers;
}
