import { useId } from 'preact/hooks';
import type { Paper, ReadingListEntry, ReadingStatus } from '../../lib/core/paper.ts';
import { statuses } from '../../lib/core/statuses.ts';
import { SaveButton } from '../paper/save-button.tsx';
import { Icon } from '../ui/icon.tsx';

interface QueueRowProps {
  entry: ReadingListEntry;
  /** Undefined for one that is not in the catalogue, or still to be read. */
  paper: Paper | undefined;
  isMissing: boolean;
  index: number;
  /** How many rows there are. */
  of: number;
  /** Where it stands, in pixels from the top of the list. */
  top: number;
  /** The row that keys act on. */
  active: boolean;
  selected: boolean;
  moving: boolean;
  onOpen(event: MouseEvent): void;
  onSelect(event: MouseEvent): void;
  onStatus(status: ReadingStatus): void;
  onRemove(): void;
  /** Begins to drag it; undefined where the order is not by hand. */
  onGrab: ((event: PointerEvent) => void) | undefined;
}

/** Characters of an abstract or a note that a row may have room for. */
const LINE = 220;

/** A paper in the reading list. */
export function QueueRow(props: QueueRowProps) {
  const { entry, paper, isMissing, index, of, active, selected, moving, onGrab } = props;
  const titleId = useId();
  const tabIndex = active ? 0 : -1;
  const title = paper?.title ?? (isMissing ? `Paper ${entry.paperId}` : '');
  const note = entry.note.trim().replace(/\s+/g, ' ').slice(0, LINE);
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
        aria-label="Select"
        aria-describedby={titleId}
        tabIndex={tabIndex}
        checked={selected}
        onClick={props.onSelect}
      />
      {onGrab && (
        <span class="queue-handle" title="Drag to move" aria-hidden="true" onPointerDown={onGrab}>
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
            {title}
          </button>
        </h2>
        <p class={note ? 'queue-note' : 'row-excerpt'}>
          {isMissing && 'Not in the catalogue any more. '}
          {note || paper?.abstract.slice(0, LINE)}
        </p>
        <p class="queue-tags">
          {entry.tags.map((tag) => (
            <span key={tag} class="tag">
              {tag}
            </span>
          ))}
        </p>
      </div>
      <select
        class="queue-status"
        aria-label="Status"
        aria-describedby={titleId}
        tabIndex={tabIndex}
        value={entry.status}
        onChange={(event) => props.onStatus(event.currentTarget.value as ReadingStatus)}
      >
        {statuses.map(({ status, label }) => (
          <option key={status} value={status}>
            {label}
          </option>
        ))}
      </select>
      <SaveButton compact saved describedBy={titleId} tabIndex={tabIndex} onToggle={props.onRemove} />
    </li>
  );
}
