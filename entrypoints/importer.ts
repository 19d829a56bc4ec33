/**
 * The worker in which imports are read, planned and written, so that no page stands still
 * meanwhile.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerImports } from '../lib/import/answer-imports.ts';

export default defineUnlistedScript(() => answerImports());
