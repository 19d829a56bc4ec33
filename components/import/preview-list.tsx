import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/core/model/paper.ts';
import { bylineOf } from '../../lib/extension/browser/byline.ts';
import type { ImportSession } from '../../lib/import/import-session.ts';
import type { PreviewDoubt, PreviewList, PreviewPaper, PreviewPart } from '../../lib/import/protocol.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { CopyButton } from '../paper/copy-button.tsx';
import { differenceIn, refusalOf, whyRefused } from './import-sentences.ts';

/** How many items are shown at first, and how many more each time. */
const PAGE_SIZE = 200;

interface PreviewListProps {
  list: PreviewList;
  label: string;
  count: number;
  session: ImportSession;
  leftOut: ReadonlySet<PaperId>;
  onToggle(paperId: PaperId): void;
}

/** One list of the preview. */
export function PreviewListPanel({ list, label, count, session, leftOut, onToggle }: PreviewListProps) {
  const [part, setPart] = useState<PreviewPart>({ papers: [], doubts: [], refusals: [] });
  const shown = part.papers.length + part.doubts.length + part.refusals.length;
  const more = useCallback(
    (from: number) =>
      void session.part(list, from, PAGE_SIZE).then((next) =>
        setPart((before) => ({
          papers: [...(from > 0 ? before.papers : []), ...next.papers],
          doubts: [...(from > 0 ? before.doubts : []), ...next.doubts],
          refusals: [...(from > 0 ? before.refusals : []), ...next.refusals],
        })),
      ),
    [list, session],
  );
  useEffect(() => more(0), [more]);
  const decide = (index: number | 'all', is: 'same' | 'another'): void => {
    session.decide(index, is);
    setPart((before) => ({
      ...before,
      doubts: before.doubts.map((doubt) => (index === 'all' || doubt.index === index ? { ...doubt, is } : doubt)),
    }));
  };

  if (count === 0) return <p class="import-none">{t('adding.none')}</p>;
  return (
    <>
      {list === 'doubtful' && (
        <div class="import-all">
          <p>{t('adding.doubts')}</p>
          <button type="button" class="button" onClick={() => decide('all', 'same')}>
            {t('adding.allSame')}
          </button>
          <button type="button" class="button" onClick={() => decide('all', 'another')}>
            {t('adding.allOthers')}
          </button>
        </div>
      )}
      <ul class="import-list" aria-label={label}>
        {part.papers.map((paper) => (
          <li key={paper.paperId}>
            <div class="import-item">
              {list === 'new' && (
                <input
                  type="checkbox"
                  aria-label={t('adding.addOne', { title: paper.title })}
                  checked={!leftOut.has(paper.paperId)}
                  onChange={() => onToggle(paper.paperId)}
                />
              )}
              <Described paper={paper} />
            </div>
          </li>
        ))}
        {part.doubts.map((doubt) => (
          <DoubtItem key={doubt.index} doubt={doubt} onDecide={(is) => decide(doubt.index, is)} />
        ))}
        {part.refusals.map((refusal) => (
          <li key={`${refusal.line} ${refusal.text}`} class="import-refused">
            <p>{refusalOf(refusal)}</p>
            <code dir="auto">{refusal.text}</code>
          </li>
        ))}
      </ul>
      {list === 'unreadable' && (
        <CopyButton
          label={t('adding.copyList')}
          text={async () =>
            part.refusals.map(({ line, reason, text }) => `${line}\t${whyRefused(reason)}\t${text}`).join('\n')
          }
        />
      )}
      {shown < count && shown > 0 && list !== 'doubtful' && (
        <button type="button" class="button" onClick={() => more(shown)}>
          {t('adding.showMore')}
        </button>
      )}
      {shown < count && list === 'doubtful' && <p>{t('adding.moreKept', { n: formatNumber(count - shown) })}</p>}
    </>
  );
}

function DoubtItem({ doubt, onDecide }: { doubt: PreviewDoubt; onDecide(is: 'same' | 'another'): void }) {
  const name = `doubt-${doubt.index}`;
  return (
    <li class="import-doubt">
      <div class="import-pair">
        <Described paper={doubt.paper} place={t('adding.inImport')} />
        <Described paper={doubt.other} place={t(doubt.isCatalogued ? 'adding.inCatalogue' : 'adding.inImport')} />
      </div>
      <p class="import-differs" dir="auto">
        {doubt.differs.map(differenceIn).join(' · ') || t('adding.nothingDiffers')}
      </p>
      <fieldset aria-label={t('adding.sameOrAnother', { title: doubt.paper.title })}>
        {(['another', 'same'] as const).map((is) => (
          <label key={is}>
            <input type="radio" name={name} checked={doubt.is === is} onChange={() => onDecide(is)} />
            {t(`adding.${is}`)}
          </label>
        ))}
      </fieldset>
    </li>
  );
}

const GAIN_LABELS = { abstract: 'adding.gainsAbstract', link: 'adding.gainsLink' } as const;

function Described({ paper, place }: { paper: PreviewPaper; place?: string }) {
  return (
    <div class="import-paper">
      {place && <p class="import-place">{place}</p>}
      <h3 dir="auto">{paper.title}</h3>
      <span class="import-source" dir="auto">
        {[bylineOf(paper.credits), ...paper.gains.map((gain) => t(GAIN_LABELS[gain]))].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}
