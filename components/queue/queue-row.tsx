import { useId } from 'preact/hooks';
import type { ReadingListEntry, ReadingStatus } from '../../lib/core/model/entry.ts';
import type { Paper } from '../../lib/core/model/paper.ts';
import { statuses } from '../../lib/core/model/statuses.ts';
import { excerpt } from '../../lib/core/search/excerpt.ts';
import { findMarks, markWords } from '../../lib/core/search/highlight-terms.ts';
import { readableTitle } from '../../lib/core/text/readable-title.ts';
import { bylineOf } from '../../lib/extension/browser/byline.ts';
import { statusWord } from '../../lib/words/status-words.ts';
import { t } from '../../lib/words/words.ts';
import { NoteLine } from '../entry/note-line.tsx';
import { MarkedText } from '../paper/marked-text.tsx';
import type { OwnMatch } from '../paper/row-content.ts';
import { SaveButton } from '../paper/save-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { isText } from '../ui/keys.ts';
import { ageOf, dayOf } from './saved-date.ts';

interface QueueRowProps {
  entry: ReadingListEntry;
  /** Undefined if it is not in the catalogue, or not loaded yet. */
  paper: Paper | undefined;
  isMissing: boolean;
  /** Words to highlight. */
  words: readonly string[];
  /** The reader's own words about it, if these matched. */
  own: OwnMatch | undefined;
  index: number;
  /** The number of rows. */
  of: number;
  /** Its position, in pixels from the top of the list. */
  top: number;
  /** Whether keys act on this row. */
  active: boolean;
  selected: boolean;
  moving: boolean;
  onOpen(event: MouseEvent): void;
  onSelect(event: MouseEvent): void;
  onStatus(status: ReadingStatus): void;
  onRemove(): void;
  /** Begins to drag it; undefined unless the order is manual. */
  onGrab: ((event: PointerEvent) => void) | undefined;
}

/** A row has no room for more of an abstract. */
const MAX_ABSTRACT_LENGTH = 220;

/** A paper in the reading list. */
export function QueueRow(props: QueueRowProps) {
  const { entry, paper, isMissing, words, own, index, of, active, selected, moving, onGrab } = props;
  const titleId = useId();
  const tabIndex = active ? 0 : -1;
  const title = readableTitle(paper?.title ?? (isMissing ? t('list.missingTitle', { id: entry.paperId }) : ''));
  const passage = own ? findMarks(own.note, own.words) : [];
  const byline = paper ? bylineOf(paper) : '';
  const hasNote = entry.note.trim() !== '';
  return (
    <li
      // biome-ignore lint/a11y/noRedundantRoles: WebKit takes the role away from lists without bullets
      role="listitem"
      class={active ? 'row row-active queue-row' : 'row queue-row'}
      data-index={index}
      data-selected={selected || undefined}
      data-moving={moving || undefined}
      data-status={entry.status}
      aria-posinset={index + 1}
      aria-setsize={of}
      style={{ top: `${props.top}px` }}
    >
      <input
        type="checkbox"
        class="queue-check"
        aria-label={t('shared.select')}
        aria-describedby={titleId}
        tabIndex={tabIndex}
        checked={selected}
        onClick={props.onSelect}
      />
      {onGrab && (
        <span class="queue-handle" title={t('list.drag')} aria-hidden="true" onPointerDown={onGrab}>
          <Icon name="grip" />
        </span>
      )}
      <div class="queue-main">
        <h2 class="row-title" id={titleId}>
          <button
            type="button"
            class="row-open"
            data-home={active || undefined}
            tabIndex={tabIndex}
            onClick={props.onOpen}
          >
            <MarkedText pieces={markWords(title, own ? [...words, ...own.words] : words)} />
          </button>
        </h2>
        <p class={hasNote ? 'queue-note' : 'row-excerpt'}>
          {isMissing && `${t('list.missingRow')} `}
          {own && passage.length > 0 ? (
            <MarkedText pieces={excerpt(own.note, passage)} />
          ) : hasNote ? (
            <NoteLine note={entry.note} />
          ) : (
            paper?.abstract.slice(0, MAX_ABSTRACT_LENGTH)
          )}
        </p>
        <p class="queue-tags">
          <time
            class="queue-saved"
            dateTime={new Date(entry.addedAt).toISOString()}
            title={t('list.savedAge', { age: ageOf(entry.addedAt) })}
          >
            {dayOf(entry.addedAt)}
          </time>
          {byline !== '' && <bdi class="queue-byline">{byline}</bdi>}
          {entry.tags.map((tag) => (
            <bdi key={tag} class="tag">
              {tag}
            </bdi>
          ))}
        </p>
      </div>
      <select
        class="queue-status"
        aria-label={t('shared.status')}
        aria-describedby={titleId}
        tabIndex={tabIndex}
        value={entry.status}
        onKeyDown={(event) => {
          // Keeps letters from changing the status; arrows and the list opened by Space remain.
          if (isText(event)) event.preventDefault();
        }}
        onChange={(event) => props.onStatus(event.currentTarget.value as ReadingStatus)}
      >
        {statuses.map(({ status }) => (
          <option key={status} value={status}>
            {statusWord(status)}
          </option>
        ))}
      </select>
      <SaveButton compact saved describedBy={titleId} tabIndex={tabIndex} onToggle={props.onRemove} />
    </li>
  );
}
