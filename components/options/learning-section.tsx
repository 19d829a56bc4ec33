import { type Forgotten, forgetAll, papersTaught, remember } from '../../lib/db/learned.ts';
import { forgetRead, papersRead, rememberRead } from '../../lib/db/pages-read.ts';
import type { KeptSource } from '../../lib/db/sources.ts';
import { whyNotWritten } from '../../lib/extension/browser/failure-words.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { useWatched } from '../hooks/use-watched.ts';
import { Switch } from '../ui/switch.tsx';
import type { Toasts } from '../ui/use-toast.ts';
import { Section, type SectionProps } from './section.tsx';

interface LearningSectionProps extends SectionProps {
  show: Toasts['show'];
}

/** Whether papers' ids in other catalogues are learned from pages, and a button to forget all. */
export function LearningSection({ settings, change, show }: LearningSectionProps) {
  const { answer: papers } = useWatched(countAll);
  const attempt = async (work: () => Promise<void>, what: 'changed' | 'undone'): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const action = { label: t('shared.tryAgain'), run: () => void attempt(work, what) };
      show({ text: whyNotWritten(error, what), tone: 'error', action });
    }
  };
  const undo = (forgotten: Forgotten, read: KeptSource | undefined): void =>
    void attempt(async () => {
      await remember(forgotten);
      if (read) await rememberRead(read);
      show({ text: t('settings.learnedBack'), tone: 'note' });
    }, 'undone');
  const forget = (): void =>
    void attempt(async () => {
      const papers = await countAll();
      const [forgotten, read] = [await forgetAll(), await forgetRead()];
      const text = t('settings.forgotLearned', papers, { n: formatNumber(papers) });
      show({ text, tone: 'note', action: { label: t('shared.undo'), run: () => undo(forgotten, read) } });
    }, 'changed');

  return (
    <Section place="what-pages-teach">
      <Switch label={t('settings.learn')} on={settings.learning} onChange={(learning) => change({ learning })} />
      <p class="section-text">{t('settings.learnHint')}</p>
      <div class="button-row">
        <button type="button" class="button" disabled={!papers} onClick={forget}>
          {t('settings.forgetLearned')}
        </button>
        {papers !== undefined && (
          <span class="restore-hint">
            {papers === 0 ? t('settings.nothingLearned') : t('settings.learnedOf', papers, { n: formatNumber(papers) })}
          </span>
        )}
      </div>
    </Section>
  );
}

/** The number of papers of which anything was learned. */
async function countAll(): Promise<number> {
  return new Set([...(await papersTaught()), ...(await papersRead())]).size;
}
