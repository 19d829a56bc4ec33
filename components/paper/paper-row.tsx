import type { ComponentChildren } from 'preact';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../ui/icon.tsx';
import { MarkedText } from './marked-text.tsx';
import type { RowContent } from './row-content.ts';
import { SaveButton } from './save-button.tsx';

interface PaperRowProps {
  content: RowContent;
  /** Prefix of ids, unique in the page. */
  listId: string;
  index: number;
  /** The total number of rows, if not all are rendered. */
  of?: number;
  /**
   * Whether keys act on this row. Only its buttons are in the Tab order, so that Tab leaves the
   * list in two steps.
   */
  active: boolean;
  saved: boolean;
  onOpen(): void;
  onToggle(): void;
  /** More buttons, with the row's `tabIndex`. */
  extra?: ((tabIndex: number) => ComponentChildren) | undefined;
}

/**
 * A paper in a list. A click anywhere in the row opens it; the title is the button for keyboard and
 * screen readers.
 */
export function PaperRow({ content, listId, index, of, active, saved, onOpen, onToggle, extra }: PaperRowProps) {
  const { paper, title, excerpt, isFromNote, byline, note } = content;
  // Not useId, which depends on render order: a popup reuses rows that were rendered in an earlier
  // one.
  const titleId = `${listId}-${index}`;
  const tabIndex = active ? 0 : -1;
  return (
    <li
      // biome-ignore lint/a11y/noRedundantRoles: WebKit takes the role away from lists without bullets
      role="listitem"
      class={active ? 'row row-active' : 'row'}
      data-index={index}
      aria-posinset={of && index + 1}
      aria-setsize={of}
    >
      <h2 class="row-title" id={titleId}>
        <button type="button" class="row-open" data-home={active || undefined} tabIndex={tabIndex} onClick={onOpen}>
          <MarkedText pieces={title} />
        </button>
      </h2>
      <p class={isFromNote ? 'row-excerpt row-own' : 'row-excerpt'} dir={isFromNote ? 'auto' : undefined}>
        <MarkedText pieces={excerpt} />
      </p>
      <p class="row-note">
        {byline.length > 0 && (
          <bdi class="row-byline">
            <MarkedText pieces={byline} />
          </bdi>
        )}
        <bdi class="row-digest">{note}</bdi>
        {paper.codeLinks.length > 0 && (
          <span class="row-code">
            <Icon name="code" />
            {t('paper.code')}
          </span>
        )}
      </p>
      <div class="row-actions">
        {extra?.(tabIndex)}
        <SaveButton compact saved={saved} describedBy={titleId} tabIndex={tabIndex} onToggle={onToggle} />
      </div>
    </li>
  );
}
