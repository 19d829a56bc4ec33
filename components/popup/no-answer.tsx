import { lookupLinks } from '../../lib/core/lookup-links.ts';
import { LinkList } from '../paper/link-list.tsx';
import { Notice } from '../ui/notice.tsx';

/** What stands in place of answers when no paper answers `query`. */
export function NoAnswer({ query }: { query: string }) {
  return (
    <>
      <Notice title={`No paper answers “${query}”`}>
        Try fewer words, or only the beginning of one. Titles and abstracts are searched; small misspellings do no harm.
      </Notice>
      <div class="elsewhere">
        <LinkList
          title="Look it up elsewhere"
          icon="away"
          links={lookupLinks(query).map(({ site, url }) => ({ text: site, url }))}
        />
      </div>
    </>
  );
}
