/** The rules that tell mentions from phrases, and what the page is about. The background puts this script into a frame in which a title was found. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tellSubject } from '../lib/extension/subject-teller.ts';
import { judge } from '../lib/page/judge.ts';
import type { JudgeScope } from '../lib/page/judge-source.ts';

export default defineUnlistedScript(() => {
  (globalThis as JudgeScope).paperlightJudge?.(judge);
  tellSubject();
});
