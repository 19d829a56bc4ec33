/** Combines parsed digests into a catalogue of distinct papers. */

import type { Catalogue, DigestSource, Paper } from '../model/paper.ts';
import { paperIdOf } from '../model/paper-id.ts';
import { codeLinks } from './code-links.ts';
import { nameDigests } from './name-digests.ts';
import type { ParsedDigest } from './parse-digest.ts';

/**
 * Digests and their distinct papers. A paper in several digests keeps the title and abstract of the
 * first.
 */
export function buildCatalogue(parsed: ParsedDigest[], source: DigestSource): Catalogue {
  const names = nameDigests(parsed);
  const papers = new Map<string, Paper>();
  const digests = parsed.map(({ id, date, entries }, i) => {
    const paperIds = entries.map(({ title, abstract }) => {
      const paperId = paperIdOf(title);
      const known = papers.get(paperId);
      if (!known)
        papers.set(paperId, { id: paperId, title, abstract, digestIds: [id], codeLinks: codeLinks(abstract) });
      else if (!known.digestIds.includes(id)) known.digestIds.push(id);
      return paperId;
    });
    return { id, name: names[i] as string, date, source, paperIds };
  });
  return { digests, papers: [...papers.values()] };
}
