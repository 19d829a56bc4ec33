/**
 * Provides the marking tools, and reports what the page is about. The background runs this script
 * in a frame in which a title was found.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { reportSubject } from '../lib/extension/content/subject-reporter.ts';
import type { ToolScope } from '../lib/page/marking-tools.ts';
import { markingTools } from '../lib/page/tools.ts';

export default defineUnlistedScript(() => {
  (globalThis as ToolScope).paperlightTools?.(markingTools);
  reportSubject();
});
