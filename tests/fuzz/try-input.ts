/** One hostile backup, and what it does to a database, the exports and what is shown. */
import { h } from 'preact';
import { dateOf } from '../../components/backup/restore-sentences.ts';
import { Markdown } from '../../components/entry/markdown.tsx';
import { BackupError, readBackup } from '../../lib/core/backup/read-backup.ts';
import { linksOfIds, lookupLinks } from '../../lib/core/pages/paper-links.ts';
import { incomingFrom, readItems } from '../../lib/core/sync/items.ts';
import { pack } from '../../lib/core/sync/pack.ts';
import { allPapers } from '../../lib/db/catalogue.ts';
import { PaperlightDatabase } from '../../lib/db/database.ts';
import { readingList } from '../../lib/db/reading-list.ts';
import { previewRestoration, restore } from '../../lib/db/restoration.ts';
import { mergeIncoming, outgoing } from '../../lib/db/sync.ts';
import { citationKeys } from '../../lib/export/citation-keys.ts';
import { exportFormats, writePapers } from '../../lib/export/formats.ts';
import { settingsOfFile } from '../../lib/extension/browser/stored-settings.ts';
import { hostileBackup, hostileItems, NOW } from './hostile-values.ts';
import { Chance } from './random.ts';
import { rendered } from './rendered.ts';

/** Hosts to which names of papers may lead. */
const HOSTS = new Set(['arxiv.org', 'openreview.net', 'doi.org']);
/**
 * Milliseconds of a processor that anything may take, and for each character. Slow machines are a
 * few times slower than ours.
 */
const TIME = { least: 3_000, perCharacter: 0.05 };

/**
 * Whether the file was taken, or refused in words. Throws what is wrong, with the step in which it
 * was.
 */
export async function tryInput(seed: number): Promise<'restored' | 'refused'> {
  const chance = new Chance(seed);
  const text = hostileBackup(chance);
  const items = hostileItems(chance);
  const db = new PaperlightDatabase(`fuzz-${seed}`);
  const length = text.length + JSON.stringify(items).length;
  const step = async <T>(name: string, run: () => T | Promise<T>): Promise<T> => {
    const before = process.cpuUsage().user;
    try {
      return await run();
    } catch (error) {
      if (error instanceof BackupError) throw error;
      throw new Error(`seed ${seed}, ${name}: ${error instanceof Error ? error.stack : error}`);
    } finally {
      const took = (process.cpuUsage().user - before) / 1000;
      if (took > TIME.least + TIME.perCharacter * length) {
        // biome-ignore lint/correctness/noUnsafeFinally: too slow is as wrong as an error
        throw new Error(`seed ${seed}, ${name}: ${Math.round(took)} ms for ${length} characters`);
      }
    }
  };
  let outcome: 'restored' | 'refused' = 'restored';
  try {
    try {
      const backup = await step('read', () => readBackup(text, NOW));
      await step('preview', async () => [dateOf(backup.at), await previewRestoration(backup, db, NOW)]);
      if ('sync' in settingsOfFile(backup.settings))
        throw new Error(`seed ${seed}: the file says whether to synchronise`);
      await step('restore', () => restore(backup, chance.of(['merge', 'exact'] as const), db, NOW));
    } catch (error) {
      if (!(error instanceof BackupError)) throw error;
      outcome = 'refused';
      const left = await Promise.all(db.tables.map((table) => table.count()));
      if (left.some((count) => count > 0)) throw new Error(`seed ${seed}: refused, and something was written`);
    }
    await step('sync', () => mergeIncoming(incomingFrom(readItems(items)), db, NOW));
    await step('tell other machines', async () => {
      const { entries, titles } = await outgoing(db);
      return pack(entries, titles, readItems(items));
    });
    const [papers, entries] = [await allPapers(db), await readingList(db)];
    const keys = citationKeys(papers);
    const byId = new Map(entries.map((entry) => [entry.paperId, entry]));
    // As an earlier version may have stored it.
    for (const entry of entries) if (chance.onceIn(4)) entry.addedAt = 1e300;
    const exported = papers.map((paper) => ({ paper, entry: byId.get(paper.id), key: keys.get(paper.id) as string }));
    for (const { format } of exportFormats) await step(`write ${format}`, () => writePapers(format, exported));
    for (const { note } of entries) {
      const { links } = await step('show a note', () => rendered(h(Markdown, { text: note })));
      checkLinks(links, () => true);
    }
    for (const { known, codeLinks, title } of papers) {
      checkLinks(codeLinks, ({ username, protocol }) => username === '' && protocol === 'https:');
      checkLinks(
        linksOfIds(known).map(({ url }) => url),
        ({ host }) => HOSTS.has(host),
      );
      await step('look up', () => lookupLinks(title));
    }
    if ('polluted' in {}) throw new Error(`seed ${seed}: objects inherit from the file`);
  } finally {
    await db.delete();
  }
  return outcome;

  function checkLinks(links: readonly string[], isRight: (url: URL) => boolean): void {
    for (const link of links) {
      const url = new URL(link);
      if (!/^https?:$/.test(url.protocol) || !isRight(url))
        throw new Error(`seed ${seed}: a link to ${link.slice(0, 200)}`);
    }
  }
}
