import { useId, useState } from 'preact/hooks';
import { factsOf } from '../../lib/core/model/learned-ids.ts';
import type { IdKind, LearnedId, PaperId } from '../../lib/core/model/paper.ts';
import { linksOfIds } from '../../lib/core/pages/paper-links.ts';
import { forget, learnedOf, remember } from '../../lib/db/learned.ts';
import { whyNotWritten } from '../../lib/extension/browser/failure-words.ts';
import { formatDate } from '../../lib/words/dates.ts';
import { t } from '../../lib/words/words.ts';
import { useWatched } from '../hooks/use-watched.ts';
import { Icon } from '../ui/icon.tsx';

const kindNames: Record<IdKind, string> = { arxiv: 'arXiv', openreview: 'OpenReview', doi: 'DOI' };

/**
 * Ids of a paper that were learned from pages, proven ones as links, each with its origin and a
 * button to remove it.
 */
export function LearnedNames({ paperId }: { paperId: PaperId }) {
  const titleId = useId();
  const { answer: learned = [] } = useWatched(() => learnedOf(paperId));
  const [removed, setRemoved] = useState<LearnedId>();
  const [problem, setProblem] = useState('');
  const write = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
      setProblem('');
    } catch (error) {
      setProblem(whyNotWritten(error, 'changed'));
    }
  };
  const remove = (one: LearnedId): void =>
    void write(async () => {
      await forget(paperId, one);
      setRemoved(one);
    });
  const restore = (one: LearnedId): void =>
    void write(async () => {
      await remember(new Map([[paperId, [one]]]));
      setRemoved(undefined);
    });
  if (learned.length === 0 && !removed && !problem) return null;

  const facts = factsOf(learned);
  return (
    <section class="links learned">
      <h3 id={titleId}>{t('paper.knownFromPages')}</h3>
      <ul aria-labelledby={titleId}>
        {learned.map((one) => (
          <li key={`${one.kind} ${one.id} ${one.host}`}>
            <span class="learned-what">
              <Name one={one} isFact={facts[one.kind] === one.id} />
              <span class="learned-from">{whereFrom(one, facts[one.kind] !== undefined)}</span>
            </span>
            <button
              type="button"
              class="quiet"
              aria-label={t('paper.removeName', { name: nameOf(one) })}
              onClick={() => remove(one)}
            >
              {t('shared.remove')}
            </button>
          </li>
        ))}
      </ul>
      <p class="learned-removed" role="status">
        {removed && (
          <>
            {t('paper.removedName', { name: nameOf(removed) })}{' '}
            <button type="button" class="quiet" onClick={() => restore(removed)}>
              {t('shared.undo')}
            </button>
          </>
        )}
      </p>
      <p class="problem" role="alert" hidden={problem === ''}>
        {problem}
      </p>
    </section>
  );
}

function Name({ one, isFact }: { one: LearnedId; isFact: boolean }) {
  const [link] = isFact ? linksOfIds({ [one.kind]: one.id }) : [];
  if (!link) return <span class="learned-name">{nameOf(one)}</span>;
  return (
    <a href={link.url} target="_blank" rel="noreferrer noopener">
      <Icon name="away" />
      <span>{nameOf(one)}</span>
    </a>
  );
}

function nameOf({ kind, id }: LearnedId): string {
  return `${kindNames[kind]} ${id}`;
}

/** "from arxiv.org, Nov 29, 2026"; says so if the id is not proven. */
function whereFrom({ host, day, isProven }: LearnedId, isFactKnown: boolean): string {
  if (host === null) return t('paper.nameKept');
  const from = day === null ? host : t('shared.withDay', { what: host, day: dayOf(day) });
  if (!isProven) return t('paper.nameSaid', { from });
  return t(isFactKnown ? 'paper.nameFrom' : 'paper.nameDisputed', { from });
}

function dayOf(day: string): string {
  return formatDate(Date.parse(day), { dateStyle: 'medium', timeZone: 'UTC' });
}
