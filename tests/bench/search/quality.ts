/**
 * How well papers are found that somebody half remembers: `npm run bench -- search`. Known-item
 * search over the bundled digests, ours beside other engines; SEED=n asks other queries of the same
 * kinds, ENGINES='Paperlight;lunr' only some engines, MISSED=1 names what we missed, CREDITS=1
 * gives the papers authors, years and venues, which must take no paper's place that is known by its
 * words.
 */
import { bundleDigests } from '../../../lib/bundling/bundled-digests.ts';
import { withCredits } from './credits.ts';
import { type Ask, engines, slowEngines } from './engines.ts';
import { type KnownItem, queryClasses } from './queries.ts';

/** How well an engine did with some queries. */
interface Score {
  /** Share of the queries whose paper came first, and among the first five. */
  first: number;
  five: number;
  /** Mean reciprocal rank of the paper that was meant. */
  mrr: number;
}

/**
 * Prints three tables, engines by classes: mean reciprocal rank, and recall among the first one and
 * five.
 */
export async function measureSearchQuality(): Promise<void> {
  const bundled = bundleDigests('seeds').catalogue.papers;
  const papers = process.env.CREDITS ? withCredits(bundled) : bundled;
  const classes = queryClasses(papers, Number(process.env.SEED ?? 1));
  const chosen = process.env.ENGINES?.split(';') ?? Object.keys(engines);
  const scores = new Map<string, Map<string, Score>>();
  for (const name of chosen) {
    const ask = await engines[name]?.(papers);
    if (!ask) throw new Error(`There is no engine "${name}". There are: ${Object.keys(engines).join(', ')}`);
    const ofEngine = new Map<string, Score>();
    for (const [kind, items] of classes) {
      const asked = slowEngines.has(name) ? items.filter((_, i) => i % 8 === 0) : items;
      ofEngine.set(kind, await score(asked, ask, name === 'Paperlight' ? kind : ''));
    }
    scores.set(name, ofEngine);
  }
  const count = [...classes.values()].reduce((sum, items) => sum + items.length, 0);
  console.log(`${count} queries: ${[...classes].map(([kind, items]) => `${kind} ${items.length}`).join(', ')}`);
  print('mean reciprocal rank', scores, ({ mrr }) => mrr);
  print('found first', scores, ({ first }) => first);
  print('found among the first five', scores, ({ five }) => five);
}

async function score(items: KnownItem[], ask: Ask, kind: string): Promise<Score> {
  const sum = { first: 0, five: 0, mrr: 0 };
  for (const { query, id } of items) {
    const rank = (await ask(query)).indexOf(id) + 1;
    if (rank === 1) sum.first++;
    else if (kind && process.env.MISSED)
      console.log(`${kind}: ${JSON.stringify(query)} finds its paper at ${rank || '—'}`);
    if (rank > 0 && rank <= 5) sum.five++;
    if (rank > 0) sum.mrr += 1 / rank;
  }
  const share = (value: number): number => value / Math.max(1, items.length);
  return { first: share(sum.first), five: share(sum.five), mrr: share(sum.mrr) };
}

function print(title: string, scores: Map<string, Map<string, Score>>, value: (score: Score) => number): void {
  const rows = [...scores].map(([engine, ofEngine]) => {
    const values = [...ofEngine].map(([kind, score]): [string, number] => [kind, value(score)]);
    const mean = values.reduce((sum, [, number]) => sum + number, 0) / values.length;
    const cells = [...values, ['mean', mean] as [string, number]].map(([kind, number]) => [kind, number.toFixed(3)]);
    return [engine, Object.fromEntries(cells)];
  });
  console.log(`\n${title}`);
  console.table(Object.fromEntries(rows));
}
