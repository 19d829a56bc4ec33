import { type Forgotten, forgetAll, papersTaught, remember } from '../../lib/db/learned.ts';
import { forgetRead, papersRead, rememberRead } from '../../lib/db/pages-read.ts';
import type { KeptSource } from '../../lib/db/sources.ts';
import { whyNotWritten } from '../../lib/extension/browser/failure-words.ts';
import { useWatched } from '../hooks/use-watched.ts';
import { count } from '../ui/sentences.ts';
import { Switch } from '../ui/switch.tsx';
import type { Toasts } from '../ui/use-toast.ts';
import { Section, type SectionProps } from './section.tsx';

interface LearningSectionProps extends SectionProps {
  show: Toasts['show'];
}

/** Whether papers' names in other catalogues are learned from pages, and forgetting all of them. */
export function LearningSection({ settings, change, show }: LearningSectionProps) {
  const { answer: papers } = useWatched(countAll);
  const attempt = async (work: () => Promise<void>, what: 'changed' | 'undone'): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const action = { label: 'Try again', run: () => void attempt(work, what) };
      show({ text: whyNotWritten(error, what), tone: 'error', action });
    }
  };
  const undo = (forgotten: Forgotten, read: KeptSource | undefined): void =>
    void attempt(async () => {
      await remember(forgotten);
      if (read) await rememberRead(read);
      show({ text: 'What pages taught is back.', tone: 'note' });
    }, 'undone');
  const forget = (): void =>
    void attempt(async () => {
      const papers = await countAll();
      const [forgotten, read] = [await forgetAll(), await forgetRead()];
      const text = `Forgot what pages taught of ${count(papers, 'paper')}.`;
      show({ text, tone: 'note', action: { label: 'Undo', run: () => undo(forgotten, read) } });
    }, 'changed');

  return (
    <Section title="What pages teach">
      <Switch
        label="Learn about papers from pages"
        on={settings.learning}
        onChange={(learning) => change({ learning })}
      />
      <p class="section-text">
        A page about a paper of the catalogue can give its arXiv, OpenReview or DOI number. What the page’s own address
        proves becomes a link and goes into citations, and so do authors, year and venue on arXiv and OpenReview.
        Anything else a page says is shown with its host and date, and goes nowhere. Nothing is learned in private
        windows.
      </p>
      <div class="button-row">
        <button type="button" class="button" disabled={!papers} onClick={forget}>
          Forget all that pages taught
        </button>
        {papers !== undefined && (
          <span class="restore-hint">{papers === 0 ? 'Nothing yet.' : `Of ${count(papers, 'paper')}.`}</span>
        )}
      </div>
    </Section>
  );
}

/** Of how many papers anything was learned. */
async function countAll(): Promise<number> {
  return new Set([...(await papersTaught()), ...(await papersRead())]).size;
}
