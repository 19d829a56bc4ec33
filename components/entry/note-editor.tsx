import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import { withTaskToggled } from '../../lib/core/model/note-tasks.ts';
import { t } from '../../lib/words/words.ts';
import { useDeferred } from '../hooks/use-deferred.ts';
import { isPressed } from '../ui/keys.ts';
import { useNote } from './use-note.ts';

interface NoteEditorProps {
  entry: ReadingListEntry;
  box: RefObject<HTMLTextAreaElement | null>;
  isEditing: boolean;
  onEditing(isEditing: boolean): void;
}

const loadMarkdown = () => import('./markdown.tsx').then(({ Markdown }) => Markdown);

/** The note on a paper, rendered or in a text box. */
export function NoteEditor({ entry, box, isEditing, onEditing }: NoteEditorProps) {
  const id = useId();
  const { text, state, write, flush } = useNote(entry, box);
  const [wasTouched, setWasTouched] = useState(false);
  const Markdown = useDeferred(loadMarkdown);
  const isWriting = isEditing || text.trim() === '';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const isDone = isPressed('Mod+Enter', event) || event.key === 'Escape';
    if (!isDone && !isPressed('Mod+S', event)) return;
    event.preventDefault();
    flush();
    if (isDone) onEditing(false);
  };
  return (
    <div class="note">
      <div class="note-bar">
        <label for={id}>{t('shared.note')}</label>
        <span class="note-state" role="status">
          {typeof state === 'object' ? '' : wasTouched && t(state === 'saved' ? 'shared.saved' : 'note.saving')}
        </span>
        {text.trim() !== '' && (
          <button type="button" class="quiet" onClick={() => onEditing(!isEditing)}>
            {t(isEditing ? 'note.done' : 'note.edit')}
          </button>
        )}
      </div>
      {isWriting ? (
        <textarea
          id={id}
          ref={box}
          class="note-box"
          dir="auto"
          rows={3}
          placeholder={t('note.placeholder')}
          value={text}
          onInput={(event) => {
            setWasTouched(true);
            // The first letter must not switch to the rendered note.
            onEditing(true);
            write(event.currentTarget.value);
          }}
          onBlur={flush}
          onKeyDown={onKeyDown}
        />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a text with its own paragraphs, not a fieldset
        <div class="note-text" role="group" aria-label={t('shared.note')}>
          {Markdown ? (
            <Markdown
              text={text}
              onTick={(place) => {
                write(withTaskToggled(text, place));
                flush();
              }}
            />
          ) : (
            <p dir="auto">{text}</p>
          )}
        </div>
      )}
      {typeof state === 'object' && (
        <p class="problem" role="alert">
          {t('note.textStays', { problem: state.failed })}
        </p>
      )}
    </div>
  );
}
