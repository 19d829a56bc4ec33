/** Recognises the paper that a pasted number or address names. Loaded when one was pasted. */
import type { ExternalIds, Paper } from '../model/paper.ts';
import { linksFromSources } from '../pages/paper-links.ts';
import { type PaperReference, placeOf } from './paper-reference.ts';

/** Whether a paper is the one that `reference` names, by what is proven or by what pages said. */
export function isReferredTo(
  paper: Pick<Paper, 'known' | 'learned' | 'said' | 'links' | 'codeLinks'>,
  { ids, place }: PaperReference,
): boolean {
  const { known = {}, learned = [] } = paper;
  const kinds = Object.keys(ids) as (keyof ExternalIds)[];
  if (kinds.some((kind) => known[kind] === ids[kind])) return true;
  if (learned.some(({ kind, id }) => ids[kind] === id)) return true;
  if (place === undefined) return false;
  const pages = linksFromSources(paper).map(({ url }) => url);
  return [...paper.codeLinks, ...pages].some((link) => placeOf(link) === place);
}
