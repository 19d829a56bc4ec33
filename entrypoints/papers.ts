/**
 * Reads the papers that a page is about or lists. The extension runs this script in a page when the
 * reader asks for them.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readHere } from '../lib/extension/content/read-here.ts';

export default defineUnlistedScript(() => readHere());
