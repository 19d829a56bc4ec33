import { isUndated } from '../../core/digests/digest-label.ts';
import type { Digest } from '../../core/model/paper.ts';
import { t } from '../../words/words.ts';

/** Sources that name themselves, as they are called until the reader renames them. */
const ownNames = {
  'Saved from pages': 'shared.savedPages',
  'Saved from links': 'shared.savedLinks',
  'Pages you read': 'shared.pagesRead',
} as const;

/**
 * The name of a digest, or another source, as it is shown; it begins with the date, or with the
 * word that there is none.
 */
export function digestName(digest: Digest): string {
  return isUndated(digest) ? t('shared.undatedDigest', { name: digest.name }) : sourceName(digest);
}

/** The name of a source where it is shown with its day, or without. */
export function sourceName({ name }: Pick<Digest, 'name'>): string {
  return name in ownNames ? t(ownNames[name as keyof typeof ownNames]) : name;
}
