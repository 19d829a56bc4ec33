import { useEffect, useRef, useState } from 'preact/hooks';
import type { Paper } from '../../lib/core/model/paper.ts';
import { readableTitle } from '../../lib/core/text/readable-title.ts';
import { papersTitled } from '../../lib/db/paper-sources.ts';
import { bylineOf } from '../../lib/extension/browser/byline.ts';
import { t } from '../../lib/words/words.ts';

/** The most papers that are offered. */
const MAX_OFFERED = 6;

interface SamePaperFormProps {
  paper: Paper;
  /** Papers with the same title, which are offered first. */
  like: readonly Paper[];
  onChoose(other: Paper): void;
  onClose(): void;
}

/** Lets the reader find, by title, the paper that is the same as this one. */
export function SamePaperForm({ paper, like, onChoose, onClose }: SamePaperFormProps) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly Paper[]>();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.focus(), []);
  useEffect(() => {
    const abort = new AbortController();
    setFound(undefined);
    void papersTitled(text, MAX_OFFERED + 1, abort.signal).then(
      (papers) => !abort.signal.aborted && setFound(papers),
      () => {},
    );
    return () => abort.abort();
  }, [text]);
  const offered = (text.trim() === '' ? like : (found ?? [])).filter(({ id }) => id !== paper.id).slice(0, MAX_OFFERED);
  return (
    // The shortcuts of the paper behind must not run.
    <form
      class="same-paper"
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <label>
        <span>{t('paper.titleOfSame')}</span>
        <input
          ref={box}
          type="text"
          dir="auto"
          value={text}
          maxLength={1_000}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <ul aria-label={t('paper.mayBeSame')}>
        {offered.map((other) => (
          <li key={other.id}>
            <button type="button" class="button" dir="auto" onClick={() => onChoose(other)}>
              {[readableTitle(other.title), bylineOf(other)].filter(Boolean).join(' · ')}
            </button>
          </li>
        ))}
      </ul>
      {text.trim() !== '' && found && offered.length === 0 && <p role="status">{t('paper.noneTitled')}</p>}
      <button type="button" class="quiet" onClick={onClose}>
        {t('shared.cancel')}
      </button>
    </form>
  );
}
