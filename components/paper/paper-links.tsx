import type { Paper } from '../../lib/core/model/paper.ts';
import { linksOf, lookupLinks } from '../../lib/core/pages/paper-links.ts';
import { t } from '../../lib/words/words.ts';
import { LinkList } from './link-list.tsx';

/**
 * Links to pages about the paper, by its ids and the addresses in its sources; without any, links
 * to look it up.
 */
export function PaperLinks({ paper }: { paper: Paper }) {
  const known = linksOf(paper);
  return (
    <LinkList
      title={t(known.length > 0 ? 'shared.open' : 'paper.lookUp')}
      icon="away"
      links={(known.length > 0 ? known : lookupLinks(paper.title)).map(({ site, url }) => ({ text: site, url }))}
    />
  );
}
