/** Sentences about failures: what happened, and what to do. */

import { detailOf } from '../../lib/extension/browser/failure-words.ts';
import { t } from '../../lib/words/words.ts';

/**
 * Why the bundled digests are not in the database; `detail` is the background's error, if it sent
 * one.
 */
export function whyMergeFailed(detail: string | undefined): string {
  return detail ? t('shared.mergeFailed', { detail }) : t('shared.mergeSilent');
}

/** Why a setting was not saved. */
export function whySettingNotKept(error: unknown): string {
  return t('shared.settingNotKept', { detail: detailOf(error) });
}
