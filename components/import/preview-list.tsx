import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/core/model/paper.ts';
import { bylineOf } from '../../lib/extension/browser/byline.ts';
import type { ImportSession } from '../../lib/import/import-session.ts';
import type { PreviewDoubt, PreviewList, PreviewPaper, PreviewPart } from '../../lib/import/protocol.ts';
import { formatNumber } from '../../lib/words/numbers-and-dates.ts';
import { t } from '../../lib/words/words.ts';
import { CopyButton } from '../paper/copy-button.tsx';
import { differenceIn } from './import-sentences.ts';

/** Items that are shown at once; more come when they are asked for. */
const PAGE_SIZE = 200;

interface PreviewListProps {
  list: PreviewList;
  label: string;
  count: number;
  session: ImportSession;
  leftOut: ReadonlySet<PaperId>;
  onToggle(paperId: PaperId): void;
}

/** A list behind a number of the preview. */
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

  if (count === 0) return <p class="import-none">None.</p>;
  return (
    <>
      {list === 'doubtful' && (
        <div class="import-all">
          <p>These may be one paper or two. They are kept apart unless you say that they are the same.</p>
          <button type="button" class="button" onClick={() => decide('all', 'same')}>
            All the same
          </button>
          <button type="button" class="button" onClick={() => decide('all', 'another')}>
            All others
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
                  aria-label={`Add ${paper.title}`}
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
        {part.refusals.map(({ line, reason, text }) => (
          <li key={`${line} ${text}`} class="import-refused">
            <p>{line > 0 ? `Line ${line.toLocaleString('en')}: ${reason}` : reason}</p>
            <code dir="auto">{text}</code>
          </li>
        ))}
      </ul>
      {list === 'unreadable' && (
        <CopyButton
          label="Copy the list"
          text={async () => part.refusals.map(({ line, reason, text }) => `${line}\t${reason}\t${text}`).join('\n')}
        />
      )}
      {shown < count && shown > 0 && list !== 'doubtful' && (
        <button type="button" class="button" onClick={() => more(shown)}>
          Show more
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
        <Described paper={doubt.paper} />
        <Described paper={doubt.other} />
      </div>
      <p class="import-differs" dir="auto">
        {doubt.differs.map(differenceIn).join(' · ') ||
          'Nothing that both of them give differs, but the title is a common one.'}
      </p>
      <fieldset aria-label={`${doubt.paper.title}: same or another`}>
        {(['another', 'same'] as const).map((is) => (
          <label key={is}>
            <input type="radio" name={name} checked={doubt.is === is} onChange={() => onDecide(is)} />
            {is === 'same' ? 'Same' : 'Another'}
          </label>
        ))}
      </fieldset>
    </li>
  );
}

const gained = { abstract: 'gains an abstract', link: 'gains a link' };

function Described({ paper }: { paper: PreviewPaper }) {
  return (
    <div class="import-paper">
      <h3 dir="auto">{paper.title}</h3>
      <span class="import-source" dir="auto">
        {[bylineOf(paper.credits), ...paper.gains.map((gain) => gained[gain])].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}
