import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { tagKey } from '../../lib/core/model/tag-key.ts';
import { cleanTag, splitTags, type TagUse } from '../../lib/core/model/tags.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { Icon } from '../ui/icon.tsx';
import { isPressed } from '../ui/keys.ts';

interface TagInputProps {
  label: string;
  /** The label of the text box. */
  addLabel: string;
  /** The current tags. */
  tags: readonly string[];
  /** For several papers, tags that only some have, with how many do. They can be added to all. */
  partial?: ReadonlyMap<string, number>;
  /** All existing tags, most used first, for suggestions. */
  known: readonly TagUse[];
  box: RefObject<HTMLInputElement | null>;
  onAdd(tag: string): void;
  onRemove(tag: string): void;
}

/** The most tags that are suggested. */
const MAX_SUGGESTIONS = 6;

/**
 * Tags, and a text box for more: Enter or a comma adds a tag, arrows choose a suggestion, Backspace
 * removes the last tag.
 */
export function TagInput({ label, addLabel, tags, partial, known, box, onAdd, onRemove }: TagInputProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(-1);
  const [isOpen, setIsOpen] = useState(false);
  const offered = isOpen ? suggestionsFor(text, tags, known) : [];
  const add = (written: string): void => {
    const tag = cleanTag(written);
    // In the spelling of an existing tag, if there is one.
    if (tag) onAdd(known.find((other) => tagKey(other.tag) === tagKey(tag))?.tag ?? tag);
    setText('');
    setChosen(-1);
  };
  const onInput = (value: string): void => {
    const parts = splitTags(value);
    const rest = parts.pop() as string;
    for (const part of parts) add(part);
    setText(rest.trimStart());
    setIsOpen(true);
    setChosen(-1);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const isSave = isPressed('Mod+S', event);
    if (!isSave && (event.ctrlKey || event.metaKey || event.altKey)) return;
    const last = tags.at(-1);
    if (isSave) add(text);
    else if (event.key === 'Enter') add(offered[chosen]?.tag ?? text);
    else if (event.key === 'Backspace' && text === '' && last !== undefined && !event.repeat) onRemove(last);
    else if (event.key === 'ArrowDown' && !isOpen) setIsOpen(true);
    else if (event.key === 'ArrowDown' && offered.length > 0) setChosen((chosen + 1) % offered.length);
    else if (event.key === 'ArrowUp' && offered.length > 0) setChosen(chosen <= 0 ? offered.length - 1 : chosen - 1);
    else if (event.key === 'Escape' && (offered.length > 0 || text !== '')) {
      setIsOpen(false);
      setText('');
    } else return;
    event.preventDefault();
  };
  return (
    <div class="tag-input">
      <ul
        // biome-ignore lint/a11y/noRedundantRoles: WebKit takes the role away from lists without bullets
        role="list"
        class="tag-chips"
        aria-label={label}
      >
        {tags.map((tag) => (
          <li key={tag} class="tag" data-partial={partial?.has(tag) || undefined}>
            <bdi>{tag}</bdi>
            {partial?.has(tag) && (
              <button
                type="button"
                class="tag-some"
                title={t('note.giveToAllOfThem', { tag })}
                onClick={() => onAdd(tag)}
              >
                {t('note.onSome', { n: formatNumber(partial.get(tag) ?? 0) })}
                <span class="unseen">{t('note.giveToAll', { tag })}</span>
              </button>
            )}
            <button
              type="button"
              class="tag-remove"
              aria-label={t('note.removeTag', { tag })}
              onClick={() => {
                onRemove(tag);
                box.current?.focus();
              }}
            >
              <Icon name="clear" />
            </button>
          </li>
        ))}
      </ul>
      <div class="tag-box">
        <input
          ref={box}
          type="text"
          role="combobox"
          aria-label={addLabel}
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-offers`}
          aria-activedescendant={chosen >= 0 && offered[chosen] ? `${id}-${chosen}` : undefined}
          aria-autocomplete="list"
          placeholder={t('note.addTag')}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={text}
          dir="auto"
          // A word that is being composed must not be split.
          onInput={(event) =>
            event.isComposing ? setText(event.currentTarget.value) : onInput(event.currentTarget.value)
          }
          onCompositionEnd={(event) => onInput(event.currentTarget.value)}
          onFocus={() => setIsOpen(true)}
          onBlur={() => {
            add(text);
            setIsOpen(false);
          }}
          onKeyDown={onKeyDown}
        />
        <div
          class="tag-offers"
          role="listbox"
          id={`${id}-offers`}
          aria-label={t('shared.tags')}
          hidden={offered.length === 0}
        >
          {offered.map(({ tag, count }, i) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, which names the chosen one
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box handles keys
            <div
              key={tag}
              id={`${id}-${i}`}
              role="option"
              class="tag-offer"
              aria-selected={i === chosen}
              // The box keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add(tag)}
            >
              <bdi>{tag}</bdi>
              <span class="tag-count">{formatNumber(count)}</span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Other existing tags that contain what is typed, those that begin with it first. */
function suggestionsFor(text: string, tags: readonly string[], known: readonly TagUse[]): TagUse[] {
  const wanted = tagKey(text);
  const there = new Set(tags.map(tagKey));
  const fitting = known.filter(({ tag }) => !there.has(tagKey(tag)) && tagKey(tag).includes(wanted));
  const begins = ({ tag }: TagUse): boolean => tagKey(tag).startsWith(wanted);
  return [...fitting.filter(begins), ...fitting.filter((use) => !begins(use))].slice(0, MAX_SUGGESTIONS);
}
