/** One hostile bibliography, and what reading, adding and removing it does to the catalogue. */
import { readBibtex } from '../../lib/core/formats/bibtex-reader.ts';
import { readDigestText } from '../../lib/core/formats/digest-text-reader.ts';
import { type Finding, type FormatReader, limits } from '../../lib/core/formats/format-reader.ts';
import { readJson } from '../../lib/core/formats/json-reader.ts';
import { readRis } from '../../lib/core/formats/ris-reader.ts';
import { allPapers } from '../../lib/db/catalogue.ts';
import { database } from '../../lib/db/database.ts';
import { removeSource } from '../../lib/db/sources.ts';
import { ImportJob } from '../../lib/import/import-job.ts';
import type { Preview } from '../../lib/import/protocol.ts';
import { FORMATS, type HostileFormat, hostileBibliography, hostileBytes } from './hostile-bibliography.ts';
import { Chance } from './random.ts';

/**
 * Milliseconds of a processor that anything may take, and for each byte. Slow machines are a few
 * times slower than ours.
 */
const TIME = { least: 3_000, perByte: 0.05 };
/** What would turn the text around it, and what can't be seen. */
const UNSEEN = /[\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/;

const readers: Partial<Record<HostileFormat, () => FormatReader>> = {
  ...{ bibtex: readBibtex, ris: readRis, csl: () => readJson('csl'), digest: readDigestText },
};
const choices = { leftOut: [], toReadingList: false, keywordsAsTags: false, readerData: false };

/** What became of the file. Throws what is wrong, with the step in which it was. */
export async function tryImport(seed: number): Promise<'added' | 'refused'> {
  const chance = new Chance(seed);
  const format = chance.of(FORMATS);
  const text = hostileBibliography(chance, format);
  const bytes = hostileBytes(chance, text);
  const step = async <T>(name: string, run: () => T | Promise<T>): Promise<T> => {
    const before = process.cpuUsage().user;
    const result = await Promise.resolve()
      .then(run)
      .catch((error: unknown) => {
        throw new Error(`seed ${seed}, ${format}, ${name}: ${error instanceof Error ? error.stack : error}`);
      });
    const took = (process.cpuUsage().user - before) / 1000;
    if (took > TIME.least + TIME.perByte * bytes.length)
      wrong(`${name} took ${Math.round(took)} ms of ${bytes.length} bytes`);
    return result;
  };
  const wrong = (what: string): never => {
    throw new Error(`seed ${seed}, ${format}: ${what}`);
  };
  const file = new File([bytes], 'library');
  try {
    const reader = readers[format];
    if (reader) {
      await step('read in pieces', () => {
        const whole = JSON.stringify(readIn(reader(), [text]));
        if (JSON.stringify(readIn(reader(), cut(chance, text))) !== whole) wrong('what is found depends on the pieces');
      });
    }
    const before = await contents();
    const job = new ImportJob();
    const preview = await step('read', () => job.read([file], () => {}));
    if ((await contents()) !== before) wrong('a preview has written');
    checkPreview(job, preview);
    if (preview.counts.new + preview.counts.have === 0) return 'refused';
    const { sourceIds } = await step('add', () => job.add({ ...choices, name: preview.name }, () => {}));
    for (const { title, links = [], codeLinks } of await allPapers()) {
      if (title.trim() === '' || title.length > limits.title) wrong(`a title of ${title.length} letters`);
      if (UNSEEN.test(title)) wrong(`a title with what can't be seen: ${JSON.stringify(title)}`);
      for (const url of [...links, ...codeLinks])
        if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) wrong(`a link to ${url}`);
    }
    const again = await step('read it again', () => new ImportJob().read([file], () => {}));
    const { newSince, changed, gone } = again.files[0]?.reimport ?? wrong('the same file is not recognised');
    if (again.counts.new + newSince + changed + gone > 0)
      wrong(`the same again: ${again.counts.new} new, ${newSince} new since, ${changed} changed, ${gone} gone`);
    await step('remove', async () => {
      for (const id of sourceIds) await removeSource(id);
    });
    if ((await contents()) !== before) wrong('adding and removing it leaves something');
    if ('polluted' in {} || ({} as { title?: string }).title !== undefined) wrong('objects inherit from the file');
    return 'added';
  } finally {
    await Promise.all(database.tables.map((table) => table.clear()));
  }

  function checkPreview(job: ImportJob, { counts }: Preview): void {
    for (const list of ['new', 'have', 'unreadable'] as const) {
      const { papers, refusals } = job.part(list, 0, 10_000);
      if (papers.length + refusals.length !== counts[list]) wrong(`the list ${list} is not as long as its number`);
      if (refusals.some(({ text, line }) => text.length > 80 || line < 1)) wrong('a refusal');
    }
  }
}

/** What a catalogue holds. */
async function contents(): Promise<string> {
  const { papers, digests, records, readingList, journal, decisions } = database;
  const all = [papers, digests, records, readingList, journal, decisions].map((table) => table.toArray());
  return JSON.stringify(await Promise.all(all));
}

function readIn(reader: FormatReader, pieces: readonly string[]): Finding[] {
  return [...pieces.flatMap((piece) => reader.read(piece)), ...reader.end()];
}

function cut(chance: Chance, text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + 1 + chance.below(chance.onceIn(2) ? 3 : 200);
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
