/**
 * One import, from its files to the database, in a worker: it reads and plans without writing, then
 * writes in one transaction.
 */
import type { Finding, ReaderData } from '../core/formats/format-reader.ts';
import { differencesOf } from '../core/import/differences.ts';
import { type Doubt, ImportPlanner, type PlannedPaper, pairKey } from '../core/import/plan-import.ts';
import type { Digest, PaperId } from '../core/model/paper.ts';
import type { RecordContent } from '../core/model/record.ts';
import { allDigests } from '../db/catalogue.ts';
import { addImport } from '../db/imports.ts';
import { sourceAsItIs } from '../db/sources.ts';
import { requireRoom } from './free-space.ts';
import { addExistingPapers, keptDecisions } from './known-papers.ts';
import { examplesIn, nameFrom, shown } from './preview.ts';
import type {
  Added,
  ImportChoices,
  PageToImport,
  Preview,
  PreviewFile,
  PreviewList,
  PreviewPart,
  Refusal,
} from './protocol.ts';
import { readFile, type Take, UnreadableFileError } from './read-file.ts';
import { compareWithSource, isSameFile } from './reimport.ts';

/** The maximum number of entries in an import. */
const MAX_ENTRIES = 500_000;
/** Doubtful pairs to show; the rest stay apart. */
const MAX_DOUBTS = 200;
/** Unreadable entries to show. */
const MAX_REFUSALS = 1_000;

interface ReadFile {
  file: PreviewFile;
  /** The page it came from, if any. */
  page?: PageToImport;
  records: { record: RecordContent; line: number; own?: ReaderData | undefined }[];
  planned: PlannedPaper[];
  update?: Digest | undefined;
}

/** Reads, previews and adds. Unusable after it has added. */
export class ImportJob {
  private files: ReadFile[] = [];
  private refusals: Refusal[] = [];
  private refused = 0;
  private untitled = 0;
  /** Entries with a truncated field; lines that are not about a paper. */
  private cut = 0;
  private skipped = 0;
  private doubts: Doubt[] = [];
  private readonly decisions = new Map<number, 'same' | 'another'>();

  /**
   * Reads and plans; `progress` gets bytes and entries. Files that can't be read are in the
   * preview, with the reason.
   */
  async read(
    files: readonly (File | PageToImport)[],
    progress: (bytes: number, found: number) => void,
  ): Promise<Preview> {
    let done = 0;
    let found = 0;
    for (const file of files) {
      if (!(file instanceof File)) {
        this.takePage(file);
        continue;
      }
      const read: ReadFile = { file: { name: file.name }, records: [], planned: [] };
      this.files.push(read);
      const { refused, untitled, cut, skipped } = this;
      const makeTake = (): Take => {
        // Reading starts over in another encoding.
        read.records = [];
        [this.refused, this.untitled, this.cut, this.skipped] = [refused, untitled, cut, skipped];
        return (findings) => {
          for (const finding of findings) this.take(finding, read);
          found = this.files.reduce((sum, { records }) => sum + records.length, 0);
        };
      };
      try {
        read.file.kind = await readFile(file, makeTake, (bytes) => progress(done + bytes, found));
        if (read.file.kind.encoding === 'windows-1252') read.file.guessed = examplesIn(read.records);
      } catch (error) {
        if (!(error instanceof UnreadableFileError)) throw error;
        read.file.problem = error.problem;
      }
      done += file.size;
    }
    await this.plan();
    return this.preview();
  }

  /** A part of a list of the preview. */
  part(list: PreviewList, from: number, count: number): PreviewPart {
    const part: PreviewPart = { papers: [], doubts: [], refusals: [] };
    if (list === 'unreadable') part.refusals = this.refusals.slice(from, from + count);
    else if (list === 'doubtful') {
      const coming = new Set(this.all(({ isNew }) => isNew).map(({ paperId }) => paperId));
      part.doubts = this.doubts.slice(from, Math.min(from + count, MAX_DOUBTS)).map((doubt, i) => ({
        index: from + i,
        paper: shown(doubt.paper.paperId, doubt.paper.record, doubt.paper.gains),
        other: shown(doubt.other.id, doubt.other, []),
        isCatalogued: !coming.has(doubt.other.id),
        differs: differencesOf(doubt.paper.record, doubt.other),
        is: this.decisions.get(from + i) ?? 'another',
      }));
    } else
      part.papers = this.all((paper) => paper.isNew === (list === 'new'))
        .slice(from, from + count)
        .map((paper) => shown(paper.paperId, paper.record, paper.gains));
    return part;
  }

  /** Sets the reader's decision about a doubtful pair, or about all of them. */
  decide(index: number | 'all', is: 'same' | 'another'): void {
    if (index !== 'all') this.decisions.set(index, is);
    else for (const i of this.doubts.keys()) this.decisions.set(i, is);
  }

  /**
   * Writes everything in one transaction; `progress` gets the number of papers written. Throws
   * errors of the database.
   */
  async add(choices: ImportChoices, progress: (written: number) => void): Promise<Added> {
    const leftOut = new Set(choices.leftOut);
    const joined = this.joined();
    const added = this.files
      .filter(({ planned }) => planned.length > 0)
      .map(({ file, page, planned, update }, i, all) => {
        const papers = planned
          .filter(({ paperId }) => !leftOut.has(paperId))
          .map((paper) => ({ ...paper, paperId: joined.get(paper.paperId) ?? paper.paperId }));
        const source: Omit<Digest, 'paperIds'> = {
          id: update?.id ?? crypto.randomUUID(),
          name: i === 0 && all.length === 1 ? choices.name : nameOf(file, page),
          date: null,
          source: page ? 'page' : file.kind?.format === 'digest' ? 'file' : 'bibliography',
          ...(page ? page.origin !== undefined && { origin: page.origin } : { origin: file.name }),
          addedAt: Date.now(),
        };
        return { source, papers };
      });
    const decisions = [...this.decisions].map(([i, is]) => ({
      pair: pairKey((this.doubts[i] as Doubt).paper.paperId, (this.doubts[i] as Doubt).other.id),
      is,
    }));
    await requireRoom(added.flatMap(({ papers }) => papers.map(({ record }) => record)));
    const replaced = await Promise.all(this.files.flatMap(({ update }) => (update ? [sourceAsItIs(update)] : [])));
    const record = await addImport({ sources: added, decisions, ...choices }, progress);
    const isNew = (paper: PlannedPaper): boolean =>
      paper.isNew && !leftOut.has(paper.paperId) && !joined.has(paper.paperId);
    return {
      count: this.all(isNew).length,
      sourceIds: added.map(({ source }) => source.id),
      ...(replaced.length > 0 && { replaced }),
      ...(record && { journalId: record.id }),
    };
  }

  /** Takes what was read in an open page. */
  private takePage(page: PageToImport): void {
    const read: ReadFile = { file: { name: page.name }, page, records: [], planned: [] };
    if (page.volumeBib) read.file.volumeBib = page.volumeBib;
    for (const record of page.papers) this.take({ kind: 'record', line: 0, record }, read);
    for (const refusal of page.refusals) this.take({ kind: 'refusal', line: 0, ...refusal }, read);
    this.files.push(read);
  }

  private take(finding: Finding, { records }: ReadFile): void {
    if (finding.kind === 'untitled') this.untitled++;
    else if (finding.kind === 'skipped') this.skipped += finding.lines;
    else if (finding.kind === 'refusal') this.refuse(finding);
    else if (finding.kind === 'record') {
      const { record, line, own } = finding;
      if (finding.isCut) this.cut++;
      if (records.length < MAX_ENTRIES) records.push({ record, line, own });
      else this.refuse({ line, reason: 'too-many', text: record.title });
    }
  }

  private refuse({ line, reason, text }: Refusal): void {
    this.refused++;
    if (this.refusals.length < MAX_REFUSALS) this.refusals.push({ line, reason, text });
  }

  private async plan(): Promise<void> {
    const planner = new ImportPlanner(await keptDecisions());
    await addExistingPapers(planner);
    const digests = await allDigests();
    for (const read of this.files) {
      for (const { record, line, own } of read.records) planner.add(record, line, own);
      read.records = [];
      read.planned = planner.takePlanned();
      // A page that is read again has other papers; those that are gone from it stay in its source.
      if (read.page) continue;
      const named = digests.filter(({ origin, source }) => source !== 'page' && origin === read.file.name);
      for (const source of named) {
        const reimport = await compareWithSource(source, read.planned);
        if (!isSameFile(source, reimport)) continue;
        [read.update, read.file.reimport] = [source, reimport];
        break;
      }
    }
    this.doubts = planner.doubts;
  }

  private all(isIn: (paper: PlannedPaper) => boolean): PlannedPaper[] {
    return this.files.flatMap(({ planned }) => planned).filter(isIn);
  }

  /** The papers that the reader joined with another one, and the id of that. */
  private joined(): Map<PaperId, PaperId> {
    const same = [...this.decisions].filter(([, is]) => is === 'same').map(([i]) => this.doubts[i] as Doubt);
    return new Map(same.map(({ paper, other }) => [paper.paperId, other.id]));
  }

  private preview(): Preview {
    const papers = this.all(() => true);
    const [first] = this.files;
    return {
      files: this.files.map(({ file }) => file),
      counts: {
        new: papers.filter(({ isNew }) => isNew).length,
        have: papers.filter(({ isNew }) => !isNew).length,
        doubtful: this.doubts.length,
        unreadable: this.refused,
      },
      gaining: papers.filter(({ gains }) => gains.length > 0).length,
      untitled: this.untitled,
      cut: this.cut,
      skipped: this.skipped,
      name: first ? (first.update?.name ?? nameOf(first.file, first.page)) : '',
      hasKeywords: papers.some(({ record }) => (record.keywords?.length ?? 0) > 0),
      hasReaderData: papers.some(({ reader }) => reader !== undefined),
    };
  }
}

/** The proposed name of a source. */
function nameOf(file: PreviewFile, page: PageToImport | undefined): string {
  return page ? page.name : nameFrom(file.name);
}
