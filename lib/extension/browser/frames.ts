/**
 * Asking all frames of a tab about their marks. The functions that run in frames are sent there as
 * text: they see nothing of this file.
 */
import { browser } from 'wxt/browser';
import type { PaperId } from '../../core/model/paper.ts';
import type { FrameReport } from '../../core/pages/frame-order.ts';
import type { ContentScope } from './frame-handle.ts';
import { runScript } from './run-script.ts';

/**
 * A frame's report, and the id by which the browser knows the frame. The page's top frame has 0.
 */
export interface ReportingFrame extends FrameReport {
  frameId: number;
  /** Whether the reader has asked for marks on the page, where that waits for being asked. */
  isAsked: boolean;
}

/**
 * How long the frames of a page may take to answer, in milliseconds. The browser holds back all
 * answers until it has the last.
 */
const PATIENCE_MS = 1000;

/** What one frame answered. */
interface Answer<Result> {
  frameId: number;
  result?: Result;
}

/**
 * Runs `func`, which sees nothing of its surroundings here, in all frames of a tab. While one of
 * them is too busy to answer, the top frame's answer has to do; `late` is called when all have
 * answered after all. Throws if the tab may not be seen, is gone, or says nothing.
 */
export async function askAllFrames<Result>(
  tabId: number,
  func: () => Result,
  late: () => void = () => {},
): Promise<{ answers: Answer<Result>[]; isWhole: boolean }> {
  // Immediately: else one frame that never finishes loading would hold back the answers of all.
  const script = { func, injectImmediately: true };
  const all = browser.scripting.executeScript({ ...script, target: { tabId, allFrames: true } }) as Promise<
    Answer<Result>[]
  >;
  const inTime = await Promise.race([all, new Promise<undefined>((done) => setTimeout(done, PATIENCE_MS))]);
  if (inTime) return { answers: inTime, isWhole: true };
  all.then(late, () => {});
  const top = await runScript({ ...script, target: { tabId, frameIds: [0] } });
  return { answers: top as Answer<Result>[], isWhole: false };
}

/**
 * Asks the frames of a tab. Those without content script are left out; while one of them is silent,
 * what is `known` of all but the top frame stands for their answers. For `late` and errors see
 * {@link askAllFrames}.
 */
export async function readFrames(
  tabId: number,
  late: () => void,
  known: ReportingFrame[] = [],
): Promise<ReportingFrame[]> {
  const { answers, isWhole } = await askAllFrames(tabId, reportOfFrame, late);
  const reports = answers.flatMap(({ frameId, result }) => (result ? [{ ...result, frameId }] : []));
  const marked = reports.filter(({ path, marks }) => path.length > 0 && marks.length > 0);
  // A tab that is gone by now has no frames to watch.
  if (marked.length > 0) watchFrames(tabId, marked, late).catch(() => {});
  return isWhole ? reports : [...reports, ...known.filter(({ frameId }) => frameId !== 0)];
}

/**
 * Has the page say when one of its frames goes: some have marks. Calls `late` if one of these has
 * gone already.
 */
async function watchFrames(tabId: number, marked: ReportingFrame[], late: () => void): Promise<void> {
  const { answers, isWhole } = await askAllFrames(tabId, () => (globalThis as ContentScope).paperlight?.watchFrames());
  const there = new Set(answers.map(({ frameId }) => frameId));
  if (isWhole && marked.some(({ frameId }) => !there.has(frameId))) late();
}

/**
 * Scrolls to the `nth` mark of a paper in a frame, as far as the frames around it go, and flashes
 * it.
 */
export async function revealInFrame(tabId: number, frameId: number, paperId: PaperId, nth: number): Promise<void> {
  await runScript({
    target: { tabId, frameIds: [frameId] },
    func: revealMark,
    args: [paperId, nth],
    injectImmediately: true,
  });
}

/**
 * Has all frames of a tab mark their titles until the page is left, where that waits for the reader
 * to ask.
 */
export async function askForMarks(tabId: number): Promise<void> {
  await askAllFrames(tabId, () => (globalThis as ContentScope).paperlight?.ask());
}

/** Whether the reader has asked for marks on the page in a tab: its top frame knows. */
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
  // Which frame is the how manieth may be asked across origins.
  for (let frame: Window = window; frame !== frame.parent; frame = frame.parent)
    path.unshift(indexOf(frame, frame.parent));
  const frames = [...document.querySelectorAll<HTMLIFrameElement>('iframe, frame, object, embed')].filter(
    (element) => element.contentWindow && indexOf(element.contentWindow, window) >= 0,
  );
  let framesBefore = 0;
  const marks = handle.marks().map(({ paperId, first }) => {
    let node: Node = first;
    // What stands in a shadow tree stands where its host does.
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

/** Scripts beside the content script. */
type FrameScript = '/card.js' | '/tools.js';

/**
 * Runs a script in a frame of a tab. Rejects if the frame is gone, or one that extensions may not
 * touch.
 */
export async function runIn(script: FrameScript, tabId: number, frameId: number): Promise<void> {
  await runScript({
    target: { tabId, frameIds: [frameId] },
    files: [script],
    injectImmediately: true,
  });
}
