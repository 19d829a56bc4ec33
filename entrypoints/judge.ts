/** The rules that tell mentions from phrases. The background puts this script into a frame in which a title was found. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { judge } from '../lib/page/judge.ts';
import type { JudgeScope } from '../lib/page/judge-source.ts';

export default defineUnlistedScript(() => {
  (globalThis as JudgeScope).paperlightJudge?.(judge);
});
