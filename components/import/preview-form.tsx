import { useId, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/core/model/paper.ts';
import type { ImportSession } from '../../lib/import/import-session.ts';
import type { ImportChoices, Preview, PreviewList } from '../../lib/import/protocol.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { RichText } from '../ui/rich-text.tsx';
import { noteOn, reimportOf, summaryOf, whyUnreadable } from './import-sentences.ts';
import { PreviewListPanel } from './preview-list.tsx';

interface PreviewFormProps {
  preview: Preview;
  session: ImportSession;
  onBack(): void;
  onAdd(choices: ImportChoices, total: number): void;
}

const lists: readonly PreviewList[] = ['doubtful', 'new', 'have', 'unreadable'];
const LIST_LABELS = {
  doubtful: 'adding.listDoubtful',
  new: 'adding.listNew',
  have: 'adding.listHave',
  unreadable: 'adding.listUnreadable',
} as const satisfies Record<PreviewList, string>;

/** A preview of an import, and the reader's choices. */
export function PreviewForm({ preview, session, onBack, onAdd }: PreviewFormProps) {
  const id = useId();
  const { counts } = preview;
  const [list, setList] = useState<PreviewList>(
    counts.doubtful > 0 ? 'doubtful' : counts.new > 0 ? 'new' : counts.have > 0 ? 'have' : 'unreadable',
  );
  const [name, setName] = useState(preview.name);
  const [leftOut, setLeftOut] = useState<ReadonlySet<PaperId>>(new Set());
  const [toReadingList, setToReadingList] = useState(false);
  const [keywordsAsTags, setKeywordsAsTags] = useState(false);
  const [readerData, setReaderData] = useState(false);
  const isUpdate = preview.files.some(({ reimport }) => reimport);
  const total = counts.new + counts.have - leftOut.size;
  // Without new papers, the file is still added as a source of those that are there.
  const toAdd = counts.new > 0 ? counts.new - leftOut.size : total;
  const toggle = (paperId: PaperId): void => {
    const next = new Set(leftOut);
    if (!next.delete(paperId)) next.add(paperId);
    setLeftOut(next);
  };
  const problems = preview.files.map(whyUnreadable).filter(Boolean);
  const guessed = preview.files.flatMap(({ guessed = [] }) => guessed);

  return (
    <form
      class="import-preview"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(
          { name: name.trim() || preview.name, leftOut: [...leftOut], toReadingList, keywordsAsTags, readerData },
          total,
        );
      }}
    >
      <p class="import-summary" role="status">
        {summaryOf(preview)}
      </p>
      {problems.map((problem) => (
        <p key={problem} class="problem" role="alert">
          {problem}
        </p>
      ))}
      {[...preview.files.map(noteOn), ...preview.files.map(reimportOf)].map((text) => text && <p key={text}>{text}</p>)}
      {preview.files.map(
        ({ volumeBib }) =>
          volumeBib && (
            <p key={volumeBib}>
              <RichText of="adding.volume" parts={{ bib: <a href={volumeBib}>{t('adding.volumeBib')}</a> }} />
            </p>
          ),
      )}
      {guessed.length > 0 && (
        <p>
          <RichText of="adding.guessed" parts={{ words: <span dir="auto">{guessed.join(', ')}</span> }} />
        </p>
      )}
      <div class="import-tabs" role="tablist" aria-label={t('adding.found')}>
        {lists.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`${id}-${one}`}
            aria-selected={one === list}
            aria-controls={`${id}-panel`}
            tabIndex={one === list ? 0 : -1}
            onClick={() => setList(one)}
            onKeyDown={(event) => moveBetweenTabs(event, (by) => setList(neighbour(list, by)))}
          >
            {t(LIST_LABELS[one])} {formatNumber(counts[one])}
          </button>
        ))}
      </div>
      <div class="import-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${list}`} tabIndex={-1}>
        <PreviewListPanel
          key={list}
          list={list}
          label={t(LIST_LABELS[list])}
          count={counts[list]}
          session={session}
          leftOut={leftOut}
          onToggle={toggle}
        />
      </div>
      {total > 0 && (
        <fieldset class="import-choices">
          <label class="import-name">
            <span>{t('sources.name')}</span>
            <input
              type="text"
              dir="auto"
              value={name}
              maxLength={120}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          </label>
          <Tick label={t('adding.toReadingList')} checked={toReadingList} onChange={setToReadingList} />
          {preview.hasKeywords && (
            <Tick label={t('adding.keywordsAsTags')} checked={keywordsAsTags} onChange={setKeywordsAsTags} />
          )}
          {preview.hasReaderData && (
            <Tick label={t('adding.readerData')} checked={readerData} onChange={setReaderData} />
          )}
        </fieldset>
      )}
      <div class="import-actions">
        <button type="button" class="button" onClick={onBack}>
          {t('adding.back')}
        </button>
        <button type="submit" class="button import-go" disabled={total <= 0}>
          {t(isUpdate ? 'adding.addAndUpdate' : 'adding.add', { n: formatNumber(toAdd) })}
        </button>
      </div>
    </form>
  );
}

function neighbour(list: PreviewList, by: 1 | -1): PreviewList {
  const at = lists.indexOf(list);
  return lists.at((at + by) % lists.length) as PreviewList;
}

function moveBetweenTabs(event: KeyboardEvent, move: (by: 1 | -1) => void): void {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
  event.preventDefault();
  move(event.key === 'ArrowRight' ? 1 : -1);
  const tabs = (event.currentTarget as HTMLElement).parentElement;
  requestAnimationFrame(() => tabs?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus());
}

function Tick({ label, checked, onChange }: { label: string; checked: boolean; onChange(checked: boolean): void }) {
  return (
    <label class="import-tick">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
