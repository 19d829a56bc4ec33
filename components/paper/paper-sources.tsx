import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Digest, Paper } from '../../lib/core/model/paper.ts';
import { forgetReadOf, isPagesRead, rememberReadOf } from '../../lib/db/pages-read.ts';
import { type PaperSource, papersLike, sourcesOf } from '../../lib/db/paper-sources.ts';
import { joinPapers, type Regrouping, splitOff, undoRegrouping } from '../../lib/db/regrouping.ts';
import { digestName } from '../../lib/extension/browser/digest-name.ts';
import { whyNotWritten } from '../../lib/extension/browser/failure-words.ts';
import { useWatched } from '../hooks/use-watched.ts';
import type { Toast } from '../ui/use-toast.ts';
import { SamePaperForm } from './same-paper-form.tsx';

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric' });

interface PaperSourcesProps {
  paper: Paper;
  show(toast: Toast): void;
}

/**
 * Where a paper is from. A source that means another paper can be parted from it, and a paper that
 * is the same joined to it.
 */
export function PaperSources({ paper, show }: PaperSourcesProps) {
  const titleId = useId();
  const { answer: sources = [] } = useWatched(() => sourcesOf(paper.id));
  const { answer: like = [] } = useWatched(() => papersLike(paper));
  const [isJoining, setJoining] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  // A closed form leaves the focus where it was opened.
  const wasJoining = useRef(false);
  useLayoutEffect(() => {
    if (wasJoining.current && !isJoining) opener.current?.focus({ preventScroll: true });
    wasJoining.current = isJoining;
  }, [isJoining]);
  const split = ({ sourceId, title, source }: PaperSource): void =>
    void regroup(
      async () => undoing(await splitOff(paper.id, sourceId)),
      `“${title}”${source ? ` of ${source.name}` : ''} is a paper of its own.`,
      show,
    );
  const join = (other: Paper): void => {
    setJoining(false);
    void regroup(
      async () => undoing(await joinPapers(paper.id, other.id)),
      `“${other.title}” is one paper with “${paper.title}”.`,
      show,
    );
  };
  const forget = (): void =>
    void regroup(
      async () => {
        const forgotten = await forgetReadOf(paper.id);
        return forgotten && (() => rememberReadOf(forgotten));
      },
      'Forgot what pages said of it.',
      show,
    );
  return (
    <section class="links learned paper-from" aria-labelledby={titleId}>
      <h3 id={titleId}>From</h3>
      <ul aria-labelledby={titleId}>
        {sources.map((one) => (
          <li key={one.sourceId}>
            <span class="learned-what" dir="auto">
              {one.source ? sourceLabel(one.source) : 'kept, as you saved it'}
              {one.title !== paper.title && <span class="learned-from">as “{one.title}”</span>}
            </span>
            {sources.length > 1 && isPagesRead(one.sourceId) && (
              <button type="button" class="quiet" aria-label="Forget what pages said" onClick={forget}>
                Forget
              </button>
            )}
            {sources.length > 1 && !isPagesRead(one.sourceId) && (
              <button
                type="button"
                class="quiet"
                aria-label={`Not this paper: ${one.source?.name ?? 'kept'}`}
                onClick={() => split(one)}
              >
                Not this paper
              </button>
            )}
          </li>
        ))}
      </ul>
      {like.length > 0 && !isJoining && (
        <p class="learned-from">
          {like.length === 1 ? 'Another paper has this title.' : `${like.length} other papers have this title.`}
        </p>
      )}
      {isJoining ? (
        <SamePaperForm paper={paper} like={like} onChoose={join} onClose={() => setJoining(false)} />
      ) : (
        <button ref={opener} type="button" class="quiet" aria-expanded={false} onClick={() => setJoining(true)}>
          Same as…
        </button>
      )}
    </section>
  );
}

/** Takes a change back. */
type Undo = () => Promise<unknown>;

function undoing(done: Regrouping | undefined): Undo | undefined {
  return done && (() => undoRegrouping(done));
}

async function regroup(work: () => Promise<Undo | undefined>, text: string, show: (toast: Toast) => void) {
  try {
    const undo = await work();
    if (!undo) return;
    const takeBack = (): void =>
      void undo().then(
        () => show({ text: 'It is as it was', tone: 'note' }),
        (error) => show({ text: whyNotWritten(error, 'undone'), tone: 'error' }),
      );
    show({ text, tone: 'note', action: { label: 'Undo', run: takeBack } });
  } catch (error) {
    show({ text: whyNotWritten(error, 'changed'), tone: 'error' });
  }
}

/**
 * The name of a source, and the day when it came where it has no date of its own: "library, Nov 12,
 * 2026".
 */
function sourceLabel(source: Digest): string {
  const { name, date, addedAt } = source;
  return date === null && addedAt ? `${name}, ${day.format(addedAt)}` : digestName(source);
}
