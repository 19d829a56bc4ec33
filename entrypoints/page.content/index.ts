/** Marks catalogued titles on every web page, in all of its frames. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { offerCards } from '../../lib/extension/card-opener.ts';
import type { ContentScriptContext } from '../../lib/extension/content-script-context.ts';
import { JudgeOnDemand } from '../../lib/extension/judge-on-demand.ts';
import { markTitles } from '../../lib/extension/marked-titles.ts';
import { Marking } from '../../lib/extension/marking.ts';
import { PageSession } from '../../lib/extension/page-session.ts';
import { largeEnough } from '../../lib/page/frame-size.ts';
import { PageHighlighter } from '../../lib/page/page-highlighter.ts';
import { highlightPainter } from '../../lib/page/painter.ts';
import './marks.css';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  allFrames: true,
  // Frames without an address of their own too: `srcdoc`, and those that a script writes.
  matchOriginAsFallback: true,
  // Pages listen to messages sent to their window; an event is enough to find older scripts.
  noScriptStartedPostMessage: true,
  async main({ signal }: ContentScriptContext) {
    await largeEnough(signal);
    const highlighter = new PageHighlighter(document, highlightPainter, new JudgeOnDemand());
    const marking = new Marking(signal);
    new PageSession(highlighter, marking, signal);
    markTitles(highlighter, marking, signal);
    offerCards(highlighter, signal);
  },
});
