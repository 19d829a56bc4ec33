/** Papers as a list of tasks in Markdown, as GitHub, Obsidian and others know it. */
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';
import { labelOf } from '../core/statuses.ts';
import { addressesOf, type ExportedPaper, onOneLine } from './exported-paper.ts';

type Node = Parameters<typeof toMarkdown>[0];
type List = Extract<Node, { type: 'list' }>;
type ListItem = List['children'][number];
type BlockContent = ListItem['children'][number];
type PhrasingContent = Extract<Node, { type: 'paragraph' }>['children'][number];

/** Papers as a list: those of the reading list can be ticked off, and are where they were read. */
export function writeMarkdown(papers: readonly ExportedPaper[]): string {
  if (papers.length === 0) return '';
  const list: List = { type: 'list', ordered: false, spread: true, children: papers.map(itemOf) };
  // GitHub takes text between tildes for struck out.
  const unsafe = [{ character: '~', inConstruct: 'phrasing' as const }];
  return toMarkdown(list, { extensions: [gfmTaskListItemToMarkdown()], unsafe, bullet: '-', resourceLink: true });
}

function itemOf({ paper, entry }: ExportedPaper): ListItem {
  const [url, ...others] = addressesOf(paper);
  const title = text(onOneLine(paper.title));
  const about: PhrasingContent[][] = [
    ...(entry ? [[text(labelOf(entry.status))]] : []),
    ...(entry?.tags.length ? [[text(`Tags: ${entry.tags.map(onOneLine).join(', ')}`)]] : []),
    ...others.map((address): PhrasingContent[] => [link(address, text(address.replace(/^https?:\/\//, '')))]),
  ];
  const children: BlockContent[] = [paragraph([url ? link(url, title) : title])];
  if (about.length > 0) {
    children.push(paragraph(about.flatMap((part, i) => (i > 0 ? [text(' · '), ...part] : part))));
  }
  // Notes are Markdown already.
  if (entry?.note.trim()) children.push({ type: 'html', value: entry.note.trim() });
  return { type: 'listItem', spread: children.length > 1, checked: entry ? entry.status === 'read' : null, children };
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
