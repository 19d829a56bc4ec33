import { isUndated } from '../../core/digests/digest-label.ts';
import type { Digest } from '../../core/model/paper.ts';
import { t } from '../../words/words.ts';

/**
 * The name of a digest as it is shown; it begins with the date, or with the word that there is
 * none.
 */
export function digestName(digest: Digest): string {
  return isUndated(digest) ? t('shared.undatedDigest', { name: digest.name }) : digest.name;
}
