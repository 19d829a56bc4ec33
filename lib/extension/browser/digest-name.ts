import { isUndated } from '../../core/digests/digest-label.ts';
import type { Digest } from '../../core/model/paper.ts';
import { t } from '../../words/words.ts';

/** Sources that the extension names, with the translations of their stored names. */
const ownNames = {
  'Saved from pages': 'shared.savedPages',
  'Saved from links': 'shared.savedLinks',
  'Pages you read': 'shared.pagesRead',
} as const;

/** The name of a digest or another source, as it is shown: an undated one is called so. */
export function digestName(digest: Digest): string {
  return isUndated(digest) ? t('shared.undatedDigest', { name: digest.name }) : sourceName(digest);
}

/** The name of a source, where its date is shown separately or not at all. */
export function sourceName({ name }: Pick<Digest, 'name'>): string {
  return name in ownNames ? t(ownNames[name as keyof typeof ownNames]) : name;
}
