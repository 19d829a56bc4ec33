/**
 * Whether the popup can take over the elements of its last view as they are. Preact is quickest at that ("hydrates"): it sees to texts, and to
 * elements that are missing or too many, and believes the attributes. Otherwise it compares these too, a tenth of the page's work
 * when it opens.
 */
import type { PaperId } from '../../lib/core/paper.ts';
import type { LoadedCatalogue } from '../hooks/use-catalogue.ts';
import { ROWS_IN_SIGHT } from './last-view.ts';
import type { Opening } from './opening.ts';

/** The program's file, which the page itself names. The development server's has always the same name: each page counts as another program. */
const PROGRAM = document.querySelector<HTMLLinkElement>('link[rel=modulepreload]')?.href ?? performance.timeOrigin;

/** What decides about the attributes of the search panel, and of the tabs above it. */
interface Drawn {
  query: string;
  catalogue: LoadedCatalogue | undefined;
  /** Papers of the rows. */
  papers: readonly PaperId[];
  /** The row that keys act on. */
  active: number;
  saved: ReadonlySet<PaperId>;
}

/** The same text for what is drawn with the same attributes, by this very program. */
export function attributesOf({ query, catalogue, papers, active, saved }: Drawn): string {
  const rows = papers.slice(0, ROWS_IN_SIGHT).map((id) => saved.has(id));
  // The papers are counted only where the search box says how many there are: of 100,000 it takes as long as the rest of the opening.
  const count = query === '' && catalogue?.count;
  return JSON.stringify([PROGRAM, count, rows, active, saved.size === 0]);
}

/** Those that the popup begins with. */
export function attributesAtFirst({ query, catalogue, answers, entries = [] }: Opening): string {
  const papers = answers?.hits.map(({ id }) => id).filter((id) => answers.papers.has(id)) ?? [];
  const saved = new Set(entries.map(({ paperId }) => paperId));
  return attributesOf({ query, catalogue, papers, active: 0, saved });
}
