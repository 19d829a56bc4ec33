/** What is said when something fails: what happened, and what to do. */
import { detailOf } from '../../lib/extension/browser/failure-words.ts';

/**
 * Why the bundled digests are not in the database; `detail` is the background's own word, if it
 * gave one.
 */
export function whyMergeFailed(detail: string | undefined): string {
  if (!detail)
    return 'The background of the extension does not answer. Try again; if that does not help, restart the browser.';
  return `The digests could not be put into the database (${detail}). Nothing was changed.`;
}

/** Why a setting was not kept. */
export function whySettingNotKept(error: unknown): string {
  return `The setting was not kept (${detailOf(error)}).`;
}
