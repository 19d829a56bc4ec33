import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Digest, Paper, PaperId } from '../../lib/core/model/paper.ts';
import { markWords } from '../../lib/core/search/highlight-terms.ts';
import { readableTitle } from '../../lib/core/text/readable-title.ts';
import { authorsOf } from '../../lib/extension/browser/author-names.ts';
import { dated } from '../../lib/extension/browser/byline.ts';
import { digestName } from '../../lib/extension/browser/digest-name.ts';
import { t } from '../../lib/words/words.ts';
import type { EntryField } from '../entry/entry-editor.tsx';
import { useDeferred } from '../hooks/use-deferred.ts';
import { Icon } from '../ui/icon.tsx';
import { runShortcut } from '../ui/run-shortcut.ts';
import { shortcuts } from '../ui/shortcuts.ts';
import type { Toast } from '../ui/use-toast.ts';
import { CopyButton } from './copy-button.tsx';
import { LinkList } from './link-list.tsx';
import { MarkedText } from './marked-text.tsx';
import { SaveButton } from './save-button.tsx';

interface PaperDetailsProps {
  paper: Paper;
  /** The digests that include it, latest first. */
  digests: readonly Digest[];
  /** Words to highlight. */
  words: readonly string[];
  saved: boolean;
  onToggle(): void;
  onBack(): void;
  /** Shows a notice. */
  show(toast: Toast): void;
  /** The field of the entry to focus instead of the title: a new object for each request. */
  wanted?: EntryField | undefined;
  /** Content at the end. */
  children?: ComponentChildren;
}

const loadEntryEditor = () => import('../entry/entry-editor.tsx').then(({ EntryEditor }) => EntryEditor);

const loadPaperLinks = () => import('./paper-links.tsx').then(({ PaperLinks }) => PaperLinks);

const loadLearnedNames = () => import('./learned-names.tsx').then(({ LearnedNames }) => LearnedNames);

const loadPaperSources = () => import('./paper-sources.tsx').then(({ PaperSources }) => PaperSources);

/** Everything about a paper. */
export function PaperDetails(props: PaperDetailsProps) {
  const { paper, digests, words, saved, onToggle, onBack, show, wanted, children } = props;
  const EntryEditor = useDeferred(loadEntryEditor);
  const PaperLinks = useDeferred(loadPaperLinks);
  const LearnedNames = useDeferred(loadLearnedNames);
  const PaperSources = useDeferred(loadPaperSources);
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it opens
  useLayoutEffect(() => {
    if (!wanted) title.current?.focus();
  }, []);
  const cite = useRef<HTMLButtonElement>(null);

  const onKeyDown = (event: KeyboardEvent): void => {
    const isSelected = getSelection()?.isCollapsed === false;
    const does = { back: onBack, save: onToggle, cite: !isSelected && (() => cite.current?.click()) };
    if (runShortcut(event, shortcuts.paper, does)) event.stopPropagation();
  };

  return (
    <section class="details" aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <div class="details-bar">
        <button type="button" class="quiet" onClick={onBack}>
          <Icon name="back" />
          {t('shared.back')}
        </button>
        <CopyButton text={paper.title} label={t('paper.copyTitle')} />
        <CopyButton text={() => loadCitation(paper.id)} label={t('paper.copyBibtex')} button={cite} />
        <SaveButton saved={saved} describedBy={titleId} onToggle={onToggle} />
      </div>
      <article class="details-paper">
        {/* Focused, so that screen readers begin here and arrow keys scroll. */}
        <h2 id={titleId} ref={title} tabIndex={-1}>
          <MarkedText pieces={markWords(readableTitle(paper.title), words)} />
        </h2>
        {[authorsOf(paper.authors), dated(paper.venue, paper.year)].filter(Boolean).map((line) => (
          <p key={line} class="details-byline" dir="auto">
            <MarkedText pieces={markWords(line, words)} />
          </p>
        ))}
        <ul class="details-digests" aria-label={t('paper.from')}>
          {digests.map((digest) => (
            <li key={digest.id}>{digestName(digest)}</li>
          ))}
        </ul>
        {saved && EntryEditor && <EntryEditor key={paper.id} paperId={paper.id} wanted={wanted} />}
        <p class="details-abstract">
          <MarkedText pieces={markWords(paper.abstract, words)} />
        </p>
        {paper.codeLinks.length > 0 && (
          <LinkList title={t('paper.code')} icon="code" links={paper.codeLinks.map(codeLink)} />
        )}
        {PaperLinks && <PaperLinks paper={paper} />}
        {PaperSources && <PaperSources key={paper.id} paper={paper} show={show} />}
        {LearnedNames && <LearnedNames key={paper.id} paperId={paper.id} />}
        {children}
      </article>
    </section>
  );
}

async function loadCitation(paperId: PaperId): Promise<string> {
  return (await import('../export/citation.ts')).citationOf(paperId);
}

function codeLink(url: string): { text: string; url: string } {
  return { text: url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, ''), url };
}
