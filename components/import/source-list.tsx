import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import { newPapersOf } from '../../lib/core/model/months.ts';
import type { Digest } from '../../lib/core/model/paper.ts';
import { addSource, removeSource, renameSource, sayingsOfSource } from '../../lib/db/sources.ts';
import { sourceName } from '../../lib/extension/browser/digest-name.ts';
import { formatDay } from '../../lib/words/dates.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import '../styles/import.css';
import { Icon } from '../ui/icon.tsx';
import type { Toast } from '../ui/use-toast.ts';
import { MonthsChart } from './months-chart.tsx';

interface SourceListProps {
  sources: readonly Digest[];
  entries: ReadonlyMap<string, ReadingListEntry> | undefined;
  show(toast: Toast): void;
  /** Shows the papers of a source. */
  onOpen(sourceId: string): void;
  /** Shows the results of a query. */
  onAsk(query: string): void;
  /** Offers the papers of a source for export. */
  onExport(paperIds: readonly string[]): void;
}

/**
 * The sources of the catalogue's papers, and when they were added; each can be renamed, exported
 * and removed.
 */
export function SourceList({ sources, entries, show, onOpen, onAsk, onExport }: SourceListProps) {
  // Memoised, since sources may have 100,000 papers.
  const brought = useMemo(() => newPapersOf(sources), [sources]);
  // Closed in a narrow window, or a zoomed page, where it would push the papers down.
  const narrow = useMemo(() => matchMedia('(max-width: 700px)'), []);
  const [isOpen, setOpen] = useState(!narrow.matches);
  useEffect(() => {
    const follow = (): void => setOpen(!narrow.matches);
    narrow.addEventListener('change', follow);
    return () => narrow.removeEventListener('change', follow);
  }, [narrow]);
  return (
    <details class="sources" open={isOpen}>
      <summary>
        <h2 id="sources">{t('sources.heading')}</h2>
      </summary>
      <MonthsChart sources={sources} entries={entries} onOpen={onOpen} onAsk={onAsk} />
      <ul aria-labelledby="sources">
        {sources.map((source) => (
          <SourceItem
            key={source.id}
            source={source}
            brought={brought.get(source) ?? 0}
            entries={entries}
            show={show}
            onOpen={() => onOpen(source.id)}
            onExport={() => onExport(source.paperIds)}
          />
        ))}
      </ul>
    </details>
  );
}

interface SourceItemProps {
  source: Digest;
  /** The number of papers that no earlier source had. */
  brought: number;
  entries: ReadonlyMap<string, ReadingListEntry> | undefined;
  show(toast: Toast): void;
  onOpen(): void;
  onExport(): void;
}

function SourceItem({ source, brought, entries, show, onOpen, onExport }: SourceItemProps) {
  const [isRenaming, setRenaming] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const listed = source.paperIds.flatMap((id) => entries?.get(id) ?? []).filter(({ deletedAt }) => deletedAt === null);
  const read = listed.filter(({ status }) => status === 'read').length;
  const facts = [
    ...(source.addedAt ? [formatDay(source.addedAt)] : []),
    t('shared.papers', source.paperIds.length, { n: formatNumber(source.paperIds.length) }),
    ...(source.addedAt && brought < source.paperIds.length ? [t('sources.new', { n: formatNumber(brought) })] : []),
    ...(listed.length > 0
      ? [t('sources.savedAndRead', { saved: formatNumber(listed.length), read: formatNumber(read) })]
      : []),
  ];
  const rename = (name: string): void => {
    setRenaming(false);
    if (name.trim() && name !== sourceName(source))
      renameSource(source.id, name.trim()).catch((error: Error) => show(failed('sources.notRenamed', error)));
  };
  const removeIt = async (): Promise<void> => {
    setRemoving(true);
    await remove(source, show);
    setRemoving(false);
  };
  return (
    <li class="source">
      {isRenaming ? (
        <NameBox name={sourceName(source)} onDone={rename} />
      ) : (
        <button type="button" class="source-name" dir="auto" title={source.origin} onClick={onOpen}>
          {sourceName(source)}
        </button>
      )}
      <span class="source-facts">{facts.join(' · ')}</span>
      <SourceBar papers={source.paperIds.length} saved={listed.length} read={read} />
      <span class="source-actions">
        <button type="button" class="quiet" onClick={() => setRenaming(true)}>
          {t('sources.rename')}
        </button>
        <button type="button" class="quiet" onClick={onExport}>
          {t('sources.export')}
        </button>
        {source.source !== 'bundled' && (
          <button type="button" class="quiet" disabled={isRemoving} onClick={() => void removeIt()}>
            <Icon name="clear" />
            {t(isRemoving ? 'sources.removing' : 'sources.remove')}
          </button>
        )}
      </span>
    </li>
  );
}

/** The saved and read shares of a source; its facts say the same in words. */
function SourceBar({ papers, saved, read }: { papers: number; saved: number; read: number }) {
  const share = (part: number): string => `${(100 * part) / Math.max(1, papers)}%`;
  return (
    <span class="source-bar" aria-hidden="true">
      <span class="source-saved" style={{ width: share(saved) }} />
      <span class="source-read" style={{ width: share(read) }} />
    </span>
  );
}

function NameBox({ name, onDone }: { name: string; onDone(name: string): void }) {
  return (
    <input
      type="text"
      class="source-box"
      aria-label={t('sources.name')}
      dir="auto"
      defaultValue={name}
      maxLength={120}
      ref={(box) => box?.focus()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') onDone(event.currentTarget.value);
        if (event.key === 'Escape') onDone(name);
      }}
      onBlur={(event) => onDone(event.currentTarget.value)}
    />
  );
}

async function remove(source: Digest, show: (toast: Toast) => void): Promise<void> {
  try {
    const { paperIds: _ids, ...again } = source;
    const said = await sayingsOfSource(source.id);
    const { gone, kept } = await removeSource(source.id);
    const undo = (): void =>
      void addSource(again, said).then(
        () => show({ text: t('sources.back', { name: sourceName(source) }), tone: 'note' }),
        (error: Error) => show(failed('sources.notBroughtBack', error)),
      );
    const removed = { name: sourceName(source), n: formatNumber(gone) };
    const text =
      kept > 0
        ? t('sources.removedAllBut', gone, { ...removed, kept: formatNumber(kept) })
        : t('sources.removed', gone, removed);
    show({ text, tone: 'note', action: { label: t('shared.undo'), run: undo } });
  } catch (error) {
    show(failed('sources.notRemoved', error as Error));
  }
}

type Failing = 'sources.notRenamed' | 'sources.notRemoved' | 'sources.notBroughtBack';

function failed(what: Failing, error: Error): Toast {
  return { text: t(what, { detail: error.message }), tone: 'error' };
}
