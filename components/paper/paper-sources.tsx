import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Digest, Paper } from '../../lib/core/model/paper.ts';
import { forgetReadOf, isPagesRead, rememberReadOf } from '../../lib/db/pages-read.ts';
import { type PaperSource, papersLike, sourcesOf } from '../../lib/db/paper-sources.ts';
import { joinPapers, type Regrouping, splitOff, undoRegrouping } from '../../lib/db/regrouping.ts';
import { digestName, sourceName } from '../../lib/extension/browser/digest-name.ts';
import { whyNotWritten } from '../../lib/extension/browser/failure-words.ts';
import { formatDay } from '../../lib/words/dates.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { useWatched } from '../hooks/use-watched.ts';
import type { Toast } from '../ui/use-toast.ts';
import { SamePaperForm } from './same-paper-form.tsx';

interface PaperSourcesProps {
  paper: Paper;
  show(toast: Toast): void;
}

/**
 * Where a paper is from. A source that is about another paper can be split off, and a paper that is
 * the same can be joined.
 */
export function PaperSources({ paper, show }: PaperSourcesProps) {
  const titleId = useId();
  const { answer: sources = [] } = useWatched(() => sourcesOf(paper.id));
  const { answer: like = [] } = useWatched(() => papersLike(paper));
  const [isJoining, setJoining] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  // A closed form returns the focus to its button.
  const wasJoining = useRef(false);
  useLayoutEffect(() => {
    if (wasJoining.current && !isJoining) opener.current?.focus({ preventScroll: true });
    wasJoining.current = isJoining;
  }, [isJoining]);
  const split = ({ sourceId, title, source }: PaperSource): void =>
    void regroup(
      async () => undoing(await splitOff(paper.id, sourceId)),
      source ? t('paper.partedFrom', { title, source: sourceName(source) }) : t('paper.parted', { title }),
      show,
    );
  const join = (other: Paper): void => {
    setJoining(false);
    void regroup(
      async () => undoing(await joinPapers(paper.id, other.id)),
      t('paper.joined', { other: other.title, title: paper.title }),
      show,
    );
  };
  const forget = (): void =>
    void regroup(
      async () => {
        const forgotten = await forgetReadOf(paper.id);
        return forgotten && (() => rememberReadOf(forgotten));
      },
      t('paper.forgotPages'),
      show,
    );
  return (
    <section class="links learned paper-from" aria-labelledby={titleId}>
      <h3 id={titleId}>{t('paper.from')}</h3>
      <ul aria-labelledby={titleId}>
        {sources.map((one) => (
          <li key={one.sourceId}>
            <span class="learned-what" dir="auto">
              {one.source ? sourceLabel(one.source) : t('paper.kept')}
              {one.title !== paper.title && (
                <span class="learned-from">{t('paper.asTitled', { title: one.title })}</span>
              )}
            </span>
            {sources.length > 1 && isPagesRead(one.sourceId) && (
              <button type="button" class="quiet" aria-label={t('paper.forgetPages')} onClick={forget}>
                {t('paper.forget')}
              </button>
            )}
            {sources.length > 1 && !isPagesRead(one.sourceId) && (
              <button
                type="button"
                class="quiet"
                aria-label={
                  one.source ? t('paper.notThisFrom', { source: sourceName(one.source) }) : t('paper.notThisKept')
                }
                onClick={() => split(one)}
              >
                {t('paper.notThis')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {like.length > 0 && !isJoining && (
        <p class="learned-from">{t('paper.sameTitle', like.length, { n: formatNumber(like.length) })}</p>
      )}
      {isJoining ? (
        <SamePaperForm paper={paper} like={like} onChoose={join} onClose={() => setJoining(false)} />
      ) : (
        <button ref={opener} type="button" class="quiet" aria-expanded={false} onClick={() => setJoining(true)}>
          {t('paper.sameAs')}
        </button>
      )}
    </section>
  );
}

/** Undoes a change. */
type Undo = () => Promise<unknown>;

function undoing(done: Regrouping | undefined): Undo | undefined {
  return done && (() => undoRegrouping(done));
}

async function regroup(work: () => Promise<Undo | undefined>, text: string, show: (toast: Toast) => void) {
  try {
    const undo = await work();
    if (!undo) return;
    const undoAndNotify = (): void =>
      void undo().then(
        () => show({ text: t('paper.asItWas'), tone: 'note' }),
        (error) => show({ text: whyNotWritten(error, 'undone'), tone: 'error' }),
      );
    show({ text, tone: 'note', action: { label: t('shared.undo'), run: undoAndNotify } });
  } catch (error) {
    show({ text: whyNotWritten(error, 'changed'), tone: 'error' });
  }
}

/**
 * The name of a source, with the day when it was added if it has no date of its own: "library, Nov
 * 12, 2026".
 */
function sourceLabel(source: Digest): string {
  const { date, addedAt } = source;
  if (date !== null || !addedAt) return digestName(source);
  // The day says more than "undated".
  return t('shared.withDay', { what: sourceName(source), day: formatDay(addedAt) });
}
