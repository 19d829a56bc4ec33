import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/words/words.ts';
import '../styles/entry.css';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import type { PaperId } from '../../lib/core/model/paper.ts';
import { tagsByUse } from '../../lib/core/model/tags.ts';
import { changeTags, setStatus } from '../../lib/db/entry-changes.ts';
import { readingList } from '../../lib/db/reading-list.ts';
import { whyNotWritten } from '../../lib/extension/browser/failure-words.ts';
import { useWatched } from '../hooks/use-watched.ts';
import { catchTyping, focusBox } from '../ui/typed-ahead.ts';
import { NoteEditor } from './note-editor.tsx';
import { StatusChoice } from './status-choice.tsx';
import { TagInput } from './tag-input.tsx';

/** A field of an entry to focus: a new object for each request. */
export interface EntryField {
  name: 'tags' | 'note';
}

interface EntryEditorProps {
  paperId: PaperId;
  wanted?: EntryField | undefined;
}

/** Edits the entry of a paper: status, tags and note. Every change is saved at once. */
export function EntryEditor({ paperId, wanted }: EntryEditorProps) {
  const { answer: entries } = useWatched(() => readingList());
  const entry = entries?.find((entry) => entry.paperId === paperId);
  return entry ? (
    <Editor entry={entry} entries={entries ?? []} wanted={wanted} />
  ) : (
    <section class="entry entry-waiting" />
  );
}

interface EditorProps extends Omit<EntryEditorProps, 'paperId'> {
  entry: ReadingListEntry;
  entries: readonly ReadingListEntry[];
}

function Editor({ entry, entries, wanted }: EditorProps) {
  const { paperId, status, tags } = entry;
  const [problem, setProblem] = useState('');
  const [isEditing, setIsEditing] = useState(false);
  const home = useRef<HTMLElement>(null);
  const tagBox = useRef<HTMLInputElement>(null);
  const noteBox = useRef<HTMLTextAreaElement>(null);
  const change = (write: Promise<unknown>): void => {
    write.then(
      () => setProblem(''),
      (error) => setProblem(whyNotWritten(error, 'changed')),
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a request moves the focus
  useLayoutEffect(() => {
    if (wanted?.name === 'tags' && tagBox.current) focusBox(tagBox.current, ',');
    if (wanted?.name === 'note') edit(true);
  }, [wanted]);
  const isNoteWanted = useRef(false);
  useLayoutEffect(() => {
    const box = noteBox.current;
    if (!isNoteWanted.current || !box) return;
    isNoteWanted.current = false;
    box.setSelectionRange(box.value.length, box.value.length);
    focusBox(box);
  });
  const edit = (isEditing: boolean): void => {
    if (isEditing && document.activeElement !== noteBox.current) {
      isNoteWanted.current = true;
      catchTyping(t('shared.note'));
    }
    // Before the focused box is removed.
    if (!isEditing && noteBox.current && document.activeElement === noteBox.current) home.current?.focus();
    setIsEditing(isEditing);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented && document.activeElement === tagBox.current) {
      event.preventDefault();
      home.current?.focus();
    }
  };
  return (
    // Gets the focus when a field is left by keyboard.
    <section class="entry" aria-label={t('note.onList')} ref={home} tabIndex={-1} onKeyDown={onKeyDown}>
      <StatusChoice value={status} onChange={(status) => change(setStatus([paperId], status))} />
      <TagInput
        label={t('shared.tags')}
        addLabel={t('note.addTags')}
        tags={tags}
        known={tagsByUse(entries)}
        box={tagBox}
        onAdd={(tag) => change(changeTags([paperId], { add: [tag] }))}
        onRemove={(tag) => change(changeTags([paperId], { remove: [tag] }))}
      />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <NoteEditor entry={entry} box={noteBox} isEditing={isEditing} onEditing={edit} />
    </section>
  );
}
