/** Marks catalogued titles on every web page, in all of its frames. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { offerCards } from '../../lib/extension/content/card-loader.ts';
import type { ContentScriptContext } from '../../lib/extension/content/content-script-context.ts';
import { markTitles } from '../../lib/extension/content/follow-title-table.ts';
import { PageSession } from '../../lib/extension/content/frame-session.ts';
import { Marking } from '../../lib/extension/content/marking-switch.ts';
import { reportErrors } from '../../lib/extension/content/report-errors.ts';
import { StyleRequest } from '../../lib/extension/content/style-request.ts';
import { ToolsOnDemand } from '../../lib/extension/content/tool-loader.ts';
import { largeEnough } from '../../lib/page/frame-size.ts';
import { PageHighlighter } from '../../lib/page/page-highlighter.ts';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  // Frames without an address of their own too: `srcdoc`, and those that a script writes.
  matchOriginAsFallback: true,
  // Pages listen to messages sent to their window; an event is enough to find older scripts.
  noScriptStartedPostMessage: true,
  async main({ signal }: ContentScriptContext) {
    reportErrors(signal);
    await largeEnough(signal);
    const tools = new ToolsOnDemand();
    const style = new StyleRequest(signal);
    const highlighter = new PageHighlighter(tools, () => style.make());
    const marking = new Marking(signal);
    new PageSession(highlighter, tools, marking, signal);
    markTitles(highlighter, marking, signal);
    offerCards(highlighter, signal);
  },
});
