import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { digestLabel } from '../../lib/core/digest-label.ts';
import { knownLinks } from '../../lib/core/known-links.ts';
import { lookupLinks } from '../../lib/core/lookup-links.ts';
import type { Digest, Paper, PaperId } from '../../lib/core/paper.ts';
import { markWords } from '../../lib/core/search.ts';
import { useDeferred } from '../hooks/use-deferred.ts';
import { type Command, commandOf, isTyping } from '../keys.ts';
import type { EntryField } from '../queue/entry-editor.tsx';
import { Icon } from '../ui/icon.tsx';
import { CopyButton } from './copy-button.tsx';
import { LinkList } from './link-list.tsx';
import { MarkedText } from './marked-text.tsx';
import { SaveButton } from './save-button.tsx';

interface PaperDetailsProps {
  paper: Paper;
  /** The digests that hold it, latest first. */
  digests: readonly Digest[];
  /** Words that answered a query, to be marked. */
  words: readonly string[];
  saved: boolean;
  onToggle(): void;
  onBack(): void;
  /** The part of the reader's own that is to have the focus, instead of the title: a new object for each asking. */
  wanted?: EntryField | undefined;
  /** What stands after all else. */
  children?: ComponentChildren;
}

const loadEntryEditor = () => import('../queue/entry-editor.tsx').then(({ EntryEditor }) => EntryEditor);

/** All that is known of a paper. */
export function PaperDetails(props: PaperDetailsProps) {
  const { paper, digests, words, saved, onToggle, onBack, wanted, children } = props;
  const EntryEditor = useDeferred(loadEntryEditor);
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it opens
  useLayoutEffect(() => {
    if (!wanted) title.current?.focus();
  }, []);
  const cite = useRef<HTMLButtonElement>(null);
  const known = knownLinks(paper.known).map(({ site, url }) => ({ text: site, url }));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const commands: Partial<Record<Command, () => void>> = {
      back: onBack,
      save: onToggle,
      cite: () => cite.current?.click(),
    };
    const does = commands[commandOf(event, isTyping(event.target)) ?? 'type'];
    if (!does) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  };

  return (
    <section class="details" aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <div class="details-bar">
        <button type="button" class="quiet" onClick={onBack}>
          <Icon name="back" />
          Back
        </button>
        <CopyButton text={paper.title} label="Copy title" />
        <CopyButton text={() => loadCitation(paper.id)} label="Copy BibTeX" button={cite} />
        <SaveButton saved={saved} describedBy={titleId} onToggle={onToggle} />
      </div>
      <article class="details-paper">
        {/* Focused for screen readers to begin here and for the arrow keys to scroll. */}
        <h2 id={titleId} ref={title} tabIndex={-1}>
          <MarkedText pieces={markWords(paper.title, words)} />
        </h2>
        <ul class="details-digests" aria-label="Digests">
          {digests.map((digest) => (
            <li key={digest.id}>{digestLabel(digest)}</li>
          ))}
        </ul>
        {saved && EntryEditor && <EntryEditor key={paper.id} paperId={paper.id} wanted={wanted} />}
        <p class="details-abstract">
          <MarkedText pieces={markWords(paper.abstract, words)} />
        </p>
        {paper.codeLinks.length > 0 && <LinkList title="Code" icon="code" links={paper.codeLinks.map(codeLink)} />}
        {known.length > 0 && <LinkList title="Known links" icon="away" links={known} />}
        <LinkList
          title="Look it up"
          icon="away"
          links={lookupLinks(paper.title).map(({ site, url }) => ({ text: site, url }))}
        />
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
