/**
 * Asks all frames of a tab about their marks. Functions that run in frames are sent there as text,
 * so they must not use anything of this module.
 */
import { browser } from 'wxt/browser';
import type { PaperId } from '../../core/model/paper.ts';
import type { FrameReport } from '../../core/pages/frame-order.ts';
import type { ContentScope } from './frame-handle.ts';
import { runScript } from './run-script.ts';

/** A frame's report with the browser's id of the frame, 0 for the top frame. */
export interface ReportingFrame extends FrameReport {
  frameId: number;
  /** Whether the reader has asked for marks on the page, in the mode that needs it. */
  isAsked: boolean;
}

/**
 * How long to wait for all frames of a page. The browser returns all answers together, when it has
 * the last.
 */
const TIMEOUT_MS = 1000;

/** The answer of one frame. */
interface Answer<Result> {
  frameId: number;
  result?: Result;
}

/**
 * Runs `func`, which must be self-contained, in all frames of a tab. If one is too busy to answer
 * in time, returns the top frame's answer alone, and calls `late` when all have answered. Throws if
 * the tab is closed to extensions, gone, or does not answer.
 */
export async function askAllFrames<Result>(
  tabId: number,
  func: () => Result,
  late: () => void = () => {},
): Promise<{ answers: Answer<Result>[]; isComplete: boolean }> {
  // Immediately, since a frame that never finishes loading would delay the answers of all.
  const script = { func, injectImmediately: true };
  const all = browser.scripting.executeScript({ ...script, target: { tabId, allFrames: true } }) as Promise<
    Answer<Result>[]
  >;
  const inTime = await Promise.race([all, new Promise<undefined>((done) => setTimeout(done, TIMEOUT_MS))]);
  if (inTime) return { answers: inTime, isComplete: true };
  all.then(late, () => {});
  const top = await runScript({ ...script, target: { tabId, frameIds: [0] } });
  return { answers: top as Answer<Result>[], isComplete: false };
}

/**
 * Asks the frames of a tab for their reports, without those that have no content script. If one
 * does not answer in time, uses the `previous` reports of all but the top frame. For `late` and
 * errors see {@link askAllFrames}.
 */
export async function readFrames(
  tabId: number,
  late: () => void,
  previous: ReportingFrame[] = [],
): Promise<ReportingFrame[]> {
  const { answers, isComplete } = await askAllFrames(tabId, reportOfFrame, late);
  const reports = answers.flatMap(({ frameId, result }) => (result ? [{ ...result, frameId }] : []));
  const marked = reports.filter(({ path, marks }) => path.length > 0 && marks.length > 0);
  // The tab may be gone.
  if (marked.length > 0) watchFrames(tabId, marked, late).catch(() => {});
  return isComplete ? reports : [...reports, ...previous.filter(({ frameId }) => frameId !== 0)];
}

/**
 * Makes the page report when one of its frames goes. Calls `late` if one of the marked frames has
 * gone already.
 */
async function watchFrames(tabId: number, marked: ReportingFrame[], late: () => void): Promise<void> {
  const { answers, isComplete } = await askAllFrames(tabId, () =>
    (globalThis as ContentScope).paperlight?.watchFrames(),
  );
  const there = new Set(answers.map(({ frameId }) => frameId));
  if (isComplete && marked.some(({ frameId }) => !there.has(frameId))) late();
}

/** Scrolls to the `nth` mark of a paper in a frame, and flashes it. */
export async function revealInFrame(tabId: number, frameId: number, paperId: PaperId, nth: number): Promise<void> {
  await runScript({
    target: { tabId, frameIds: [frameId] },
    func: revealMark,
    args: [paperId, nth],
    injectImmediately: true,
  });
}

/**
 * Marks the titles in all frames of a tab until the page is left, in the mode that waits for the
 * reader to ask.
 */
export async function askForMarks(tabId: number): Promise<void> {
  await askAllFrames(tabId, () => (globalThis as ContentScope).paperlight?.ask());
}

/** Whether the reader has asked for marks on the page in a tab, according to its top frame. */
export async function isMarkingAskedIn(tabId: number | undefined): Promise<boolean> {
  if (tabId === undefined) return false;
  const [top] = await runScript({
    target: { tabId },
    func: () => (globalThis as ContentScope).paperlight?.isAsked(),
    injectImmediately: true,
  });
  return top?.result ?? false;
}

function reportOfFrame(): (FrameReport & { isAsked: boolean }) | undefined {
  const handle = (globalThis as ContentScope).paperlight;
  if (!handle) return undefined;
  const indexOf = (frame: Window | null, parent: Window): number => {
    for (let i = 0; i < parent.length; i++) if (parent[i] === frame) return i;
    return -1;
  };
  const path: number[] = [];
  // `window.frames` can be indexed across origins.
  for (let frame: Window = window; frame !== frame.parent; frame = frame.parent)
    path.unshift(indexOf(frame, frame.parent));
  const frames = [...document.querySelectorAll<HTMLIFrameElement>('iframe, frame, object, embed')].filter(
    (element) => element.contentWindow && indexOf(element.contentWindow, window) >= 0,
  );
  let framesBefore = 0;
  const marks = handle.marks().map(({ paperId, first }) => {
    let node: Node = first;
    // The position of a node in a shadow tree is that of its host.
    for (let root = node.getRootNode(); root instanceof ShadowRoot; root = node.getRootNode()) node = root.host;
    const isBefore = (frame: Node | undefined): boolean =>
      frame !== undefined && (node.compareDocumentPosition(frame) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    while (isBefore(frames[framesBefore])) framesBefore++;
    return { paperId, framesBefore };
  });
  return {
    path,
    children: frames.map((element) => indexOf(element.contentWindow, window)),
    marks,
    isAsked: handle.isAsked(),
  };
}

function revealMark(paperId: string, nth: number): void {
  const handle = (globalThis as ContentScope).paperlight;
  const marks = handle?.marks().filter((mark) => mark.paperId === paperId) ?? [];
  const mark = marks[nth] ?? marks[0];
  if (mark) handle?.reveal(mark);
}

/** Scripts that are loaded on demand. */
type FrameScript = '/card.js' | '/tools.js';

/** Runs a script in a frame of a tab. Rejects if the frame is gone, or closed to extensions. */
export async function injectScript(script: FrameScript, tabId: number, frameId: number): Promise<void> {
  await runScript({
    target: { tabId, frameIds: [frameId] },
    files: [script],
    injectImmediately: true,
  });
}
