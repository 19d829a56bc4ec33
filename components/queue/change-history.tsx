import { useId, useState } from 'preact/hooks';
import { titleOf } from '../../lib/db/catalogue.ts';
import { undoable } from '../../lib/db/journal.ts';
import { formatMoment } from '../../lib/words/dates.ts';
import { t } from '../../lib/words/words.ts';
import { whatWasDone } from '../hooks/change-sentences.ts';
import { useWatched } from '../hooks/use-watched.ts';

/** How many changes are listed. */
const MAX_CHANGES = 8;

interface ListedChange {
  id: number;
  /** Milliseconds since the Unix epoch. */
  at: number;
  what: string;
}

/**
 * The latest changes of the reading list, each with an undo that works even after a restart of the
 * browser.
 */
export function ChangeHistory({ onUndo }: { onUndo(id: number): void }) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const changes = useWatched(latestChanges).answer ?? [];
  const [latest] = changes;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key that bubbles from the focused element in it
    <div
      class="history"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        event.stopPropagation();
        setIsOpen(false);
      }}
    >
      {latest ? (
        <button type="button" class="quiet history-undo" onClick={() => onUndo(latest.id)}>
          {t('list.undoWhat', { what: latest.what })}
        </button>
      ) : (
        <span>{t('list.nothingToUndo')}</span>
      )}
      {changes.length > 1 && (
        <button
          type="button"
          class="quiet"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {t('list.latestChanges')}
        </button>
      )}
      <section class="history-list" id={id} aria-label={t('list.latestChanges')} hidden={!isOpen || changes.length < 2}>
        <ul>
          {changes.map(({ id, at, what }) => (
            <li key={id}>
              <span class="history-what">{what}</span>
              <time dateTime={new Date(at).toISOString()}>{timeOf(at)}</time>
              <button type="button" class="quiet" aria-label={t('list.undoWhat', { what })} onClick={() => onUndo(id)}>
                {t('shared.undo')}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

async function latestChanges(): Promise<ListedChange[]> {
  const changes = await undoable(undefined, MAX_CHANGES);
  return Promise.all(
    changes.map(async (change) => {
      const [only, ...others] = change.entries;
      const title = only && others.length === 0 ? await titleOf(only.after.paperId) : undefined;
      return { id: change.id, at: change.at, what: whatWasDone(change, title) };
    }),
  );
}

/** The time, with the day unless it is today. */
function timeOf(at: number): string {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return formatMoment(at, { timeStyle: 'short', ...(isToday ? {} : { dateStyle: 'medium' }) });
}
