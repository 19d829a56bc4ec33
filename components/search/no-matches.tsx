import type { InterpretedQuery } from '../../lib/core/query/interpret-query.ts';
import { Notice } from '../ui/notice.tsx';

interface NoMatchesProps {
  query: string;
  interpreted: InterpretedQuery;
}

/** Says that no paper answers a query, and what may help. */
export function NoMatches({ query, interpreted }: NoMatchesProps) {
  const { reference, problems } = interpreted;
  if (reference) {
    return (
      <Notice title={`${reference.label} is not known here`}>
        No paper of your digests is known by this {reference.place === undefined ? 'number' : 'address'} yet. Paperlight
        learns numbers from the pages of papers that you visit.{' '}
        <a href={reference.url} target="_blank" rel="noopener noreferrer">
          Open it
        </a>
      </Notice>
    );
  }
  if (problems.length > 0) return <Notice title="No papers match">The filter above can’t be understood.</Notice>;
  const asked = query.trim();
  return (
    <Notice title={`No papers match ${/^["“”„«»「『＂]/.test(asked) ? asked : `“${asked}”`}`}>
      Try fewer words, or only the beginning of one. Titles, abstracts and your own notes and tags are searched; typos
      are fine.
    </Notice>
  );
}
