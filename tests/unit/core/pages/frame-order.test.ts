import { describe, expect, it } from 'vitest';
import { type FrameReport, inPageOrder } from '../../../../lib/core/pages/frame-order.ts';

const report = (path: number[], children: number[], ...marks: [string, number][]): FrameReport => ({
  path,
  children,
  marks: marks.map(([paperId, framesBefore]) => ({ paperId, framesBefore })),
});
const order = (...reports: FrameReport[]): string[] => [...inPageOrder(reports).keys()];

describe('The papers of a page with frames', () => {
  it('come where their frames are among the papers of the page', () => {
    const top = report([], [0, 1], ['a', 0], ['c', 1], ['e', 2]);
    expect(order(report([1], [], ['d', 0]), top, report([0], [], ['b', 0]))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('follow the order of the document, not that in which its frames were made', () => {
    const frames = [report([0], [], ['made first', 0]), report([1], [], ['made second', 0])];
    expect(order(report([], [1, 0]), ...frames)).toEqual(['made second', 'made first']);
  });

  it('are found in frames within frames', () => {
    const frames = [report([0], [0], ['b', 0], ['d', 1]), report([0, 0], [], ['c', 0])];
    expect(order(report([], [0], ['a', 0], ['e', 1]), ...frames)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('are one paper each, with all of their places in order', () => {
    const top = report([], [0], ['a', 0], ['b', 0], ['a', 1]);
    expect(inPageOrder([top, report([0], [], ['a', 0], ['a', 0])]).get('a')).toEqual([
      { report: 0, nth: 0 },
      { report: 1, nth: 0 },
      { report: 1, nth: 1 },
      { report: 0, nth: 1 },
    ]);
  });

  it('come last, but none is lost, if a frame around theirs sends no report or does not count it', () => {
    const deep = report([3, 0], [], ['deep', 0]);
    expect(order(deep, report([-1], [], ['shadow', 0]), report([], [], ['a', 0]))).toEqual(['a', 'shadow', 'deep']);
    expect(order(report([0], [], ['a', 0]))).toEqual(['a']);
    expect(order()).toEqual([]);
  });

  it('are all kept when two frames claim the same place', () => {
    const twins = [report([-1], [], ['a', 0]), report([-1], [], ['b', 0])];
    expect(order(report([], []), ...twins).sort()).toEqual(['a', 'b']);
  });
});
