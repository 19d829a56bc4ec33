import type { ComponentChildren } from 'preact';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../ui/icon.tsx';
import { MarkedText } from './marked-text.tsx';
import type { RowContent } from './row-content.ts';
import { SaveButton } from './save-button.tsx';

interface PaperRowProps {
  content: RowContent;
  /** Tells the list from others in the page: ids begin with it. */
  listId: string;
  index: number;
  /** How many rows there are, where not all of them are drawn. */
  of?: number;
  /**
   * The row that keys act on. Its buttons alone are in the Tab order, so that Tab leaves the list
   * in two steps.
   */
  active: boolean;
  saved: boolean;
  onOpen(): void;
  onToggle(): void;
  /** Further buttons; they get the row's place in the Tab order. */
  extra?: ((tabIndex: number) => ComponentChildren) | undefined;
}

/**
 * A paper in a list. The whole row opens it; the title is the button that keyboard and screen
 * readers find.
 */
export function PaperRow({ content, listId, index, of, active, saved, onOpen, onToggle, extra }: PaperRowProps) {
  const { paper, title, excerpt, isFromNote, byline, note } = content;
  // Not useId: what it gives depends on what was drawn before, and a popup takes over rows that
  // were drawn in another.
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
