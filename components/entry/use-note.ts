import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import { mergeNotes } from '../../lib/core/model/merge-notes.ts';
import { NEVER, type Stamp } from '../../lib/core/model/stamp.ts';
import { writeNote } from '../../lib/db/entry-changes.ts';
import { whyNotWritten } from '../../lib/extension/browser/failure-words.ts';
import { send } from '../../lib/extension/browser/send.ts';

/** A note that is being edited. */
export interface NoteDraft {
  text: string;
  /** Whether the text is on disk, or why it could not be saved. */
  state: 'saved' | 'saving' | { failed: string };
  write(text: string): void;
  /** Saves the text at once. */
  flush(): void;
}

/** How long after a change the text is saved. */
const SAVE_DELAY_MS = 250;

/** An edited text, and what it is based on. */
interface Draft {
  /** The note on disk that `text` is based on. */
  base: string;
  text: string;
  /** The stamp of `base`. */
  baseStamp: Stamp;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** The text that is being written. */
  sent: string | undefined;
}

/**
 * The note of an entry, saved while it is typed. A change from elsewhere is shown at once if
 * nothing here is unsaved; otherwise both are merged when this one is saved (see mergeNotes). `box`
 * keeps its caret when the text changes.
 */
export function useNote(entry: ReadingListEntry, box: RefObject<HTMLTextAreaElement | null>): NoteDraft {
  const { paperId } = entry;
  const [text, setText] = useState(entry.note);
  const [state, setState] = useState<NoteDraft['state']>('saved');
  const draft = useRef<Draft>({
    base: entry.note,
    text: entry.note,
    baseStamp: entry.stamps.note,
    timer: undefined,
    sent: undefined,
  }).current;

  const put = (text: string): void => {
    if (text === draft.text) return;
    keepCaret(box.current, draft.text, text);
    draft.text = text;
    setText(text);
  };
  const take = (note: string, stamp: Stamp): void => {
    put(mergeNotes(draft.base, note, draft.text));
    draft.base = note;
    draft.baseStamp = stamp;
  };
  const flush = async (): Promise<void> => {
    clearTimeout(draft.timer);
    draft.timer = undefined;
    if (draft.sent !== undefined || draft.text === draft.base) return;
    const sent = draft.text;
    draft.sent = sent;
    try {
      const written = await writeNote(paperId, { base: draft.base, note: sent });
      draft.sent = undefined;
      // What was typed meanwhile is based on what was sent.
      draft.base = sent;
      take(written?.note ?? sent, written?.stamps.note ?? NEVER);
      if (draft.text !== draft.base) return void flush();
      setState('saved');
      follow();
    } catch (error) {
      draft.sent = undefined;
      setState({ failed: whyNotWritten(error, 'saved') });
    }
  };

  const latest = useRef(entry);
  latest.current = entry;
  /** Shows the note on disk, if nothing here is unsaved: saving merges it anyway. */
  const follow = (): void => {
    const { note, stamps } = latest.current;
    // The entry may be older than the latest save.
    if (draft.sent === undefined && draft.text === draft.base && stamps.note > draft.baseStamp) take(note, stamps.note);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new note on disk matters
  useEffect(follow, [entry.stamps.note]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: on mount and unmount
  useEffect(() => {
    const abort = new AbortController();
    const leave = (): void => {
      if (draft.text === draft.base) return;
      // Closing the page aborts its writes, so the background writes too. Writing twice does no
      // harm.
      const { base, text: note, sent } = draft;
      void send('note/keep', { paperId, written: { base, note, sent } });
      void flush();
    };
    addEventListener('pagehide', leave, { signal: abort.signal });
    return () => {
      abort.abort();
      void flush();
    };
  }, []);

  return {
    text,
    state,
    write: (text) => {
      draft.text = text;
      setText(text);
      setState('saving');
      draft.timer ??= setTimeout(() => void flush(), SAVE_DELAY_MS);
    },
    flush: () => void flush(),
  };
}

/** Keeps the caret at its place in the text when the text is replaced. */
function keepCaret(box: HTMLTextAreaElement | null, before: string, after: string): void {
  if (!box || document.activeElement !== box) return;
  const moved = [box.selectionStart, box.selectionEnd].map((at) =>
    before.slice(0, at) === after.slice(0, at) ? at : Math.max(0, at + after.length - before.length),
  ) as [number, number];
  requestAnimationFrame(() => box.setSelectionRange(...moved));
}
