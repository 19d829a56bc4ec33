/**
 * What marks need, and what the page is about. The background puts this script into a frame in
 * which a title was found.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tellSubject } from '../lib/extension/content/subject-reporter.ts';
import type { ToolScope } from '../lib/page/marking-tools.ts';
import { markingTools } from '../lib/page/tools.ts';

export default defineUnlistedScript(() => {
  (globalThis as ToolScope).paperlightTools?.(markingTools);
  tellSubject();
});
