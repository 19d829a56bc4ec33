/** Marks catalogued titles on every web page, in all of its frames. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { TitleTable } from '../../lib/core/title-index.ts';
import { Marking } from '../../lib/extension/marking.ts';
import { PageSession } from '../../lib/extension/page-session.ts';
import { readTitleTable, watchTitleTable } from '../../lib/extension/title-table-store.ts';
import { largeEnough } from '../../lib/page/frame-size.ts';
import { PageHighlighter } from '../../lib/page/page-highlighter.ts';
import { highlightPainter } from '../../lib/page/painter.ts';
import './marks.css';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  // Frames without an address of their own too: `srcdoc`, and those that a script writes.
  matchOriginAsFallback: true,
  // Pages listen to messages sent to their window; the event that WXT sends besides is enough to find older scripts.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    await largeEnough(ctx.signal);
    const highlighter = new PageHighlighter(document, highlightPainter);
    const marking = new Marking(ctx.signal);
    new PageSession(highlighter, marking, ctx.signal);
    ctx.onInvalidated(() => highlighter.use(undefined));

    let isOn = false;
    let table: TitleTable | undefined;
    const update = (): void => highlighter.use(isOn ? table : undefined);
    watchTitleTable((changed) => {
      table = changed;
      update();
    }, ctx.signal);
    marking.onChange = async (changed) => {
      isOn = changed;
      const read = isOn && !table ? await readTitleTable() : undefined;
      table ??= read;
      update();
    };
  },
});
