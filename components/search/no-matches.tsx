import type { InterpretedQuery } from '../../lib/core/query/interpret-query.ts';
import { t } from '../../lib/words/words.ts';
import { Notice } from '../ui/notice.tsx';
import { RichText } from '../ui/rich-text.tsx';

interface NoMatchesProps {
  query: string;
  interpreted: InterpretedQuery;
}

/** Says that no papers match a query, and what may help. */
export function NoMatches({ query, interpreted }: NoMatchesProps) {
  const { reference, problems } = interpreted;
  if (reference) {
    return (
      <Notice title={t('search.unknownReference', { reference: reference.label })}>
        <RichText
          of={reference.place === undefined ? 'search.unknownNumber' : 'search.unknownAddress'}
          parts={{
            link: (
              <a href={reference.url} target="_blank" rel="noopener noreferrer">
                {t('search.openIt')}
              </a>
            ),
          }}
        />
      </Notice>
    );
  }
  if (problems.length > 0) {
    return <Notice title={t('search.noneMatch')}>{t('search.filterNotUnderstood')}</Notice>;
  }
  const asked = query.trim();
  const isQuoted = /^["“”„«»「『＂]/.test(asked);
  return (
    <Notice title={t(isQuoted ? 'search.noneMatchPhrase' : 'search.noneMatchWords', { query: asked })}>
      {t('search.noneMatchHint')}
    </Notice>
  );
}
