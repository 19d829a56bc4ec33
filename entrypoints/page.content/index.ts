/** Marks catalogued titles on every web page. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { PageSession } from '../../lib/extension/page-session.ts';
import { marksSite, readSettings, watchSettings } from '../../lib/extension/settings.ts';
import { readTitleTable, watchTitleTable } from '../../lib/extension/title-table-store.ts';
import { PageHighlighter } from '../../lib/page/page-highlighter.ts';
import { highlightPainter } from '../../lib/page/painter.ts';
import './marks.css';

export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  // Pages listen to messages sent to their window; the event that WXT sends besides is enough to find older scripts.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    const highlighter = new PageHighlighter(document, highlightPainter);
    const session = new PageSession(highlighter, ctx.signal);
    ctx.onInvalidated(() => highlighter.use(undefined));
    ctx.addEventListener(window, 'pageshow', (event) => event.persisted && session.reportAgain());

    let [settings, table] = await Promise.all([readSettings(), readTitleTable()]);
    const update = (): void => highlighter.use(marksSite(settings, location.hostname) ? table : undefined);
    watchSettings((changed) => {
      settings = changed;
      update();
    }, ctx.signal);
    watchTitleTable((changed) => {
      table = changed;
      update();
    }, ctx.signal);
    update();
  },
});
