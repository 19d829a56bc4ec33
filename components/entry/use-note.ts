import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReadingListEntry } from '../../lib/core/model/entry.ts';
import { mergeNotes } from '../../lib/core/model/merge-notes.ts';
import { NEVER, type Stamp } from '../../lib/core/model/stamp.ts';
import { writeNote } from '../../lib/db/entry-changes.ts';
import { whyNotWritten } from '../../lib/extension/browser/failure-words.ts';
import { send } from '../../lib/extension/browser/send.ts';

/** A note while it is being written. */
export interface NoteDraft {
  text: string;
  /** Whether the text is on disk; or why it could not be put there. */
  state: 'saved' | 'saving' | { failed: string };
  write(text: string): void;
  /** Puts the text on disk at once. */
  flush(): void;
}

/** How long typing goes on before it is written, in milliseconds. */
const TYPING_PAUSE_MS = 250;

/** A text that was written over another. */
interface Draft {
  /** The note on disk that `text` began from. */
  base: string;
  text: string;
  /** When `base` was written. */
  seen: Stamp;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** What is on its way to disk. */
  sent: string | undefined;
}

/**
 * The note of an entry, saved while it is typed. What is written elsewhere shows at once while
 * nothing is typed here; while something is, the two are put together when this one is saved (see
 * mergeNotes). `box` keeps its caret when the text around it changes.
 */
export function useNote(entry: ReadingListEntry, box: RefObject<HTMLTextAreaElement | null>): NoteDraft {
  const { paperId } = entry;
  const [text, setText] = useState(entry.note);
  const [state, setState] = useState<NoteDraft['state']>('saved');
  const draft = useRef<Draft>({
    base: entry.note,
    text: entry.note,
    seen: entry.stamps.note,
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
    draft.seen = stamp;
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
      // What was typed meanwhile was typed over what was sent.
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
  /**
   * Follows what is on disk, where nothing here is still to be written: a write brings what it
   * finds there with it.
   */
  const follow = (): void => {
    const { note, stamps } = latest.current;
    // An answer may be older than what was written since.
    if (draft.sent === undefined && draft.text === draft.base && stamps.note > draft.seen) take(note, stamps.note);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a note that is on disk anew is what there is to hear
  useEffect(follow, [entry.stamps.note]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the editor comes and goes
  useEffect(() => {
    const abort = new AbortController();
    const leave = (): void => {
      if (draft.text === draft.base) return;
      // A page that is closed ends its own writing. The background, which stays, does it in its
      // place; doing it twice does no harm.
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
      draft.timer ??= setTimeout(() => void flush(), TYPING_PAUSE_MS);
    },
    flush: () => void flush(),
  };
}

/** Has the caret stand where it stood in the text, when another text takes the place of it. */
function keepCaret(box: HTMLTextAreaElement | null, before: string, after: string): void {
  if (!box || document.activeElement !== box) return;
  const moved = [box.selectionStart, box.selectionEnd].map((at) =>
    before.slice(0, at) === after.slice(0, at) ? at : Math.max(0, at + after.length - before.length),
  ) as [number, number];
  requestAnimationFrame(() => box.setSelectionRange(...moved));
}
