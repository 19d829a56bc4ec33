/** Marks catalogued titles on every web page, in all of its frames. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { loadCardsOnDemand } from '../../lib/extension/content/card-loader.ts';
import type { ContentScriptContext } from '../../lib/extension/content/content-script-context.ts';
import { followTitleTable } from '../../lib/extension/content/follow-title-table.ts';
import { FrameSession } from '../../lib/extension/content/frame-session.ts';
import { MarkingSwitch } from '../../lib/extension/content/marking-switch.ts';
import { reportErrors } from '../../lib/extension/content/report-errors.ts';
import { StyleRequest } from '../../lib/extension/content/style-request.ts';
import { ToolsOnDemand } from '../../lib/extension/content/tool-loader.ts';
import { largeEnough } from '../../lib/page/frame-size.ts';
import { PageHighlighter } from '../../lib/page/page-highlighter.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  // Also in frames without an address of their own, such as `srcdoc` frames.
  matchOriginAsFallback: true,
  // Pages could hear a message to their window; an event is used instead to find older scripts.
  noScriptStartedPostMessage: true,
  async main({ signal }: ContentScriptContext) {
    reportErrors(signal);
    await largeEnough(signal);
    const tools = new ToolsOnDemand();
    const style = new StyleRequest(signal);
    const highlighter = new PageHighlighter(tools, (names) => style.need(names));
    const marking = new MarkingSwitch(signal);
    new FrameSession(highlighter, tools, marking, signal);
    followTitleTable(highlighter, marking, signal);
    loadCardsOnDemand(highlighter, signal);
  },
});
