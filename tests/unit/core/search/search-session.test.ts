import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import { newestFirst } from '../../../../lib/core/digests/digest-label.ts';
import { blankEntry, type ReadingListEntry } from '../../../../lib/core/model/entry.ts';
import type { Paper, PaperId } from '../../../../lib/core/model/paper.ts';
import { OwnWords } from '../../../../lib/core/search/own-words.ts';
import { PaperStore } from '../../../../lib/core/search/paper-store.ts';
import { SearchSession, type SearchState, type SessionOptions } from '../../../../lib/core/search/search-session.ts';
import { indexPapers } from '../../../../lib/core/search-index/build-index.ts';

const { papers, digests: list } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;
const digests = new Map(list.map((digest) => [digest.id, digest]));
const byId = new Map(papers.map((paper) => [paper.id, paper]));
const index = indexPapers(papers);
const store = new PaperStore(async (ids) => ids.map((id) => byId.get(id)), index);
const catalogue = { digests, store };
const [first, second] = papers as [Paper, Paper, ...Paper[]];
const entry = (paperId: PaperId, more: Partial<ReadingListEntry>): ReadingListEntry => ({
  ...blankEntry(paperId),
  deletedAt: null,
  ...more,
});

/** A session whose pauses end when the test says so. */
const begin = (options: Partial<SessionOptions> = {}) => {
  const waiting: (() => void)[] = [];
  const turn = (): Promise<void> => new Promise((done) => waiting.push(done));
  const broken: true[] = [];
  const session = new SearchSession({
    limit: 50,
    rows: { first: 6, step: 14 },
    whenEmpty: 'latest digest',
    loadOwnWords: async () => new OwnWords(),
    onBrokenIndex: () => broken.push(true),
    pause: turn,
    idle: turn,
    ...options,
  });
  const states: SearchState[] = [];
  session.subscribe((state) => states.push(state));
  /** Lets time pass until the session waits for nothing. */
  const settle = async (): Promise<void> => {
    do {
      for (const done of waiting.splice(0)) done();
      await new Promise((done) => setTimeout(done));
    } while (waiting.length > 0);
  };
  return { session, states, broken, settle };
};
const idsIn = ({ answer }: SearchState): (PaperId | undefined)[] =>
  Array.from({ length: answer?.ids.length ?? 0 }, (_, i) => answer?.ids.at(i));

describe('A search session', () => {
  it('shows the latest digest while nothing is asked, also without an index', async () => {
    const { session } = begin();
    await session.searchIn({ digests, store: new PaperStore(async (ids) => ids.map((id) => byId.get(id))) }, []);
    const [latest] = newestFirst(list);
    expect(session.state.answer?.latest).toBe(latest);
    expect(idsIn(session.state)).toEqual(latest?.paperIds.slice(0, 50));
    await session.ask('diffusion');
    expect(session.state).toMatchObject({ isPreparing: true, query: 'diffusion' });
    await session.searchIn(catalogue, []);
    expect(session.state).toMatchObject({ isPreparing: false, answer: { query: 'diffusion' } });
  });

  it('keeps an answer until the next one comes, and drops the answer to a superseded query', async () => {
    const { session, states } = begin();
    await session.searchIn(catalogue, []);
    await session.ask(first.title);
    const asked = [session.ask('diffusion'), session.ask('diffusion models'), session.ask(second.title)];
    expect(session.state).toMatchObject({ query: second.title, answer: { query: first.title } });
    await Promise.all(asked);
    expect(idsIn(session.state)[0]).toBe(second.id);
    expect(states.map(({ answer }) => answer?.query)).not.toContain('diffusion');
  });

  it('reads the papers of the first rows with the answer, and the others when typing pauses', async () => {
    const { session, settle } = begin();
    await session.searchIn(catalogue, []);
    await session.ask('diffusion');
    expect(session.state.answer?.papers.size).toBe(6);
    await settle();
    expect(session.state.answer?.papers.size).toBe(session.state.answer?.ids.length);
  });

  it('keeps all rows when the same query is answered again, as after saving one of them', async () => {
    const { session, states, settle } = begin();
    await session.searchIn(catalogue, []);
    await session.ask('diffusion');
    await settle();
    const rows = session.state.answer?.ids.length;
    expect(rows).toBeGreaterThan(20);
    states.length = 0;
    await session.searchIn(catalogue, [entry(first.id, { note: 'diffusion' })]);
    await settle();
    expect([...new Set(states.map(({ answer }) => answer?.papers.size))]).toEqual([rows]);
    await session.ask('models');
    expect(session.state.answer?.papers.size).toBe(6);
  });

  it('interprets a query once and runs it once for each keystroke', async () => {
    const { session, states } = begin();
    await session.searchIn(catalogue, []);
    states.length = 0;
    await session.ask('titel:gan is:sav');
    expect(states.map(({ interpreted }) => interpreted)).toEqual([states[0]?.interpreted, states[0]?.interpreted]);
    expect(states[0]?.interpreted.problems).toHaveLength(1);
    await session.ask('titel:gan is:sav');
    expect(states).toHaveLength(2);
  });

  it('finds saved papers by notes and tags once the search over these is loaded, and follows edits', async () => {
    const { session, settle } = begin();
    await session.searchIn(catalogue, [entry(first.id, { note: 'zebrafish baseline is wrong', tags: ['日本語'] })]);
    await session.ask('zebrafish');
    await settle();
    expect(idsIn(session.state)[0]).toBe(first.id);
    expect(session.state.answer?.result?.ownWords.get(first.id)).toEqual(['zebrafish']);
    await session.ask('日本語');
    expect(idsIn(session.state)).toEqual([first.id]);
    await session.searchIn(catalogue, [entry(first.id, {}), entry(second.id, { note: 'A zebrafish.' })]);
    await session.ask('zebrafish');
    await settle();
    expect(idsIn(session.state)[0]).toBe(second.id);
  });

  it('loads notes at once for a query that asks for them', async () => {
    const { session, settle } = begin();
    await session.searchIn(catalogue, [
      entry(first.id, { note: 'zebrafish baseline' }),
      entry(second.id, { note: 'zebras' }),
    ]);
    await session.ask('note:zebraf');
    await settle();
    expect(idsIn(session.state)).toEqual([first.id]);
    await session.ask('-note:zebraf is:saved');
    await settle();
    expect(idsIn(session.state)).toEqual([second.id]);
    await session.ask('note:"baseline zebrafish"');
    expect(idsIn(session.state)).toEqual([]);
  });

  it('reports an unreadable index, and gives no answers after it was disposed of', async () => {
    const { session, broken, states } = begin();
    const unreadable = new PaperStore(() => Promise.reject(new Error('gone')), index, { isCurrent: false });
    await session.searchIn({ digests, store: unreadable }, []);
    await session.ask('diffusion');
    expect(broken.length).toBeGreaterThan(0);
    await session.searchIn(catalogue, []);
    const asked = session.ask(first.title);
    session.dispose();
    const before = states.length;
    await asked;
    expect(states).toHaveLength(before);
  });
});
