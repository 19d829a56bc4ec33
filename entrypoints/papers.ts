/**
 * Reads the papers that a page is about or lists. The extension puts this script into a page when
 * the reader wants to know them.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readHere } from '../lib/extension/content/read-here.ts';

export default defineUnlistedScript(() => readHere());
