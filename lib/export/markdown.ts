/** Papers as a task list in Markdown, as GitHub, Obsidian and others know it. */
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';
import { isCodeAddress } from '../core/formats/record-fields.ts';
import { labelOf } from '../core/model/statuses.ts';
import { addressesOf, type ExportedPaper, nameOf, onOneLine } from './exported-paper.ts';
import { withoutHtml } from './markdown-note.ts';

type Node = Parameters<typeof toMarkdown>[0];
type List = Extract<Node, { type: 'list' }>;
type ListItem = List['children'][number];
type BlockContent = ListItem['children'][number];
type PhrasingContent = Extract<Node, { type: 'paragraph' }>['children'][number];

/** Papers as a list. Those of the reading list have a checkbox, ticked if they were read. */
export function writeMarkdown(papers: readonly ExportedPaper[]): string {
  if (papers.length === 0) return '';
  const list: List = { type: 'list', ordered: false, spread: true, children: papers.map(itemOf) };
  // GitHub strikes out text between tildes.
  const unsafe = [{ character: '~', inConstruct: 'phrasing' as const }];
  return toMarkdown(list, { extensions: [gfmTaskListItemToMarkdown()], unsafe, bullet: '-', resourceLink: true });
}

function itemOf({ paper, entry }: ExportedPaper): ListItem {
  const { url, others } = addressesOf(paper);
  const title = text(onOneLine(paper.title));
  // If there is nothing else to link to, the title links to the code already.
  const code = paper.codeLinks.filter((address) => address !== url || !isCodeAddress(address));
  const facts = [
    ...(entry ? [labelOf(entry.status)] : []),
    ...fact('Tags', entry?.tags.map(onOneLine).join(', ')),
    ...fact('Authors', paper.authors?.map((author) => nameOf(author, /[,;]/g)).join('; ')),
    ...fact('Venue', paper.venue && onOneLine(paper.venue)),
    ...fact('Year', paper.year?.toString()),
    ...fact('Type', paper.type === 'other' ? '' : paper.type),
    ...fact('Keywords', paper.keywords?.map((word) => onOneLine(word.replace(/;/g, ' '))).join('; ')),
  ];
  const about: PhrasingContent[][] = [
    ...facts.map((one) => [text(one)]),
    ...others.map((address) => [shownLink(address)]),
    ...code.map((address) => [text('Code: '), shownLink(address)]),
  ];
  const children: BlockContent[] = [paragraph([url ? link(url, title) : title])];
  if (about.length > 0) {
    children.push(paragraph(about.flatMap((part, i) => (i > 0 ? [text(' · '), ...part] : part))));
  }
  // Notes are Markdown already.
  if (entry?.note.trim())
    children.push({ type: 'html', value: withoutHtml(entry.note.replace(/^(?:[ \t]*\n)+|\s+$/g, '')) });
  return { type: 'listItem', spread: children.length > 1, checked: entry ? entry.status === 'read' : null, children };
}

/** A fact with its label, unless it is missing. */
function fact(name: string, value: string | undefined): string[] {
  return value ? [`${name}: ${value}`] : [];
}

function shownLink(address: string): PhrasingContent {
  return link(address, text(address.replace(/^https?:\/\//, '')));
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function link(url: string, label: PhrasingContent): PhrasingContent {
  return { type: 'link', url, children: [label] };
}

function paragraph(children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children };
}
