/** The worker that reads, plans and writes imports, so that the page stays responsive. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerImports } from '../lib/import/answer-imports.ts';

export default defineUnlistedScript(() => answerImports());
