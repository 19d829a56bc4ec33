/**
 * What leaves in each format comes back as it was, but for what a format can't hold, which is
 * listed here.
 */

import { describe, expect, it } from 'vitest';
import type { FileRecord, ReaderData } from '../../../lib/core/formats/format-reader.ts';
import { ImportPlanner } from '../../../lib/core/import/plan-import.ts';
import type { Paper } from '../../../lib/core/model/paper.ts';
import { type RecordContent, workTypes } from '../../../lib/core/model/record.ts';
import { type ExportFormat, exportFormats, writePapers } from '../../../lib/export/formats.ts';
import { readFile } from '../../../lib/import/read-file.ts';
import { bundledPapers, entryOf, exported, paperOf } from '../../fixtures/exported-papers.ts';
import fc from '../../fixtures/properties.ts';

const WORDS =
  "Deep GANs 3D α-Blending Fréchet Łukasz S^{2}FT R&D 100% #1 a_b $5 it’s “quoted” — – and of 扩散模型 C++ x<y (ICML) [1] *bold* Title: ℓ_1 don't {BSN}++ a~b".split(
    ' ',
  );
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 9 }).map((words) => words.join(' '));
const some = <T>(values: readonly T[], maxLength = 3): fc.Arbitrary<T[]> =>
  fc.subarray([...values], { maxLength }).filter((all) => all.length > 0);

const FAMILIES = ['Song', 'van den Oord', 'García Márquez', 'Müller', "O'Neil", 'Sohl-Dickstein', 'Łukasiewicz', '王'];
const person = fc.record({
  family: fc.constantFrom(...FAMILIES),
  given: fc.constantFrom('Yang', 'Diederik P.', 'J.-P.', 'Élan', 'Ann and'),
});
const organisation = fc
  .constantFrom('Google Research', 'OpenAI', 'Procter and Gamble', 'ÉTÉ Institute')
  .map((family) => ({
    family,
  }));

/** What a paper may be known by. */
const ids = fc.record(
  {
    doi: fc.constantFrom('10.1145/3292500.3330701', '10.1002/(sici)1097-0258(19980815)17:15<1661::aid>3.0.co;2-2'),
    arxiv: fc.constantFrom('2406.01234', 'cs/0112017'),
    openreview: fc.constant('rJl-b3RcF7'),
    acl: fc.constantFrom('2023.acl-long.1', 'P19-1001'),
    pmid: fc.constant('12345678'),
  },
  { requiredKeys: [] },
);

const anyPaper: fc.Arbitrary<Paper> = fc
  .record(
    {
      title: text,
      abstract: text,
      authors: fc.array(fc.oneof(person, organisation), { minLength: 1, maxLength: 4 }),
      year: fc.integer({ min: 1950, max: 2030 }),
      venue: fc.constantFrom('Nature', 'ICLR', 'Proceedings of R&D {2021} (50%)', 'bioRxiv', 'University of Łódź'),
      type: fc.constantFrom(...workTypes),
      said: ids,
      links: some([
        'https://a.org/b?x=1&y=2#z',
        'https://proceedings.mlr.press/v139/a_b.html',
        'https://c.org/50%25~x',
      ]),
      codeLinks: some(['https://github.com/a/b_c', 'https://boyuan.space/diffusion-forcing/', 'https://d.org/(x)']),
      keywords: some(['gan', 'Computer Science - Machine Learning', 'C++', 'R&D 100%']),
    },
    { requiredKeys: ['title'] },
  )
  .map(({ title, said, ...rest }) =>
    // Without the prototypes that are none, by which fast-check tries more.
    JSON.parse(
      JSON.stringify(
        paperOf(title, {
          ...rest,
          ...(said && Object.keys(said).length > 0 && { said, known: said }),
        } as Partial<Paper>),
      ),
    ),
  );

/** What sources say of a paper. */
function contentOf({ title, abstract, authors, year, venue, type, said, links, codeLinks, keywords }: Paper) {
  const content = { title, abstract, authors, year, venue, type, ids: said, links, codeLinks, keywords };
  return Object.fromEntries(
    Object.entries(content).filter(
      ([, value]) =>
        value !== undefined && value !== '' && (typeof value === 'number' || Object.keys(value as object).length > 0),
    ),
  ) as unknown as RecordContent;
}

const without = <T extends object>(value: T, ...names: (keyof T)[]): T =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name as keyof T))) as T;

/** No format tells a work of another type from one of which no type is known. */
const typed = (content: RecordContent): RecordContent =>
  content.type === 'other' ? without(content, 'type') : content;
/** What has a number of arXiv and no type is a preprint to these. */
const asPreprint = (content: RecordContent): RecordContent =>
  content.ids?.arxiv && content.type === undefined ? { ...content, type: 'preprint' } : content;

const held: Record<ExportFormat, (content: RecordContent) => RecordContent> = {
  bibtex: (content) => asPreprint(typed(content)),
  csl: (content) => asPreprint(typed(content)),
  csv: typed,
  /** Addresses have one field: which of them are of code is told by their hosts. */
  ris: (content) => {
    const { links = [], codeLinks = [], ...rest } = typed(content);
    const code = codeLinks.filter((link) => link.startsWith('https://github.com/'));
    const pages = [...links, ...codeLinks.filter((link) => !code.includes(link))];
    return { ...rest, ...(pages.length > 0 && { links: pages }), ...(code.length > 0 && { codeLinks: code }) };
  },
  /** A list to be read by people has no abstracts. */
  markdown: (content) => without(typed(content), 'abstract'),
};

/** Of what the reader made. RIS has tags among keywords; only lists and tables have the status. */
const heldOfReader: Record<ExportFormat, (keyof ReaderData)[]> = {
  bibtex: ['tags', 'note'],
  ris: ['note'],
  csl: ['tags', 'note'],
  csv: ['status', 'tags', 'note'],
  markdown: ['status', 'tags', 'note'],
};

interface Read {
  record: FileRecord;
  own?: ReaderData;
}

async function read(written: string): Promise<Read[]> {
  let found: Read[] = [];
  await readFile(
    new Blob([written]),
    () => {
      found = [];
      return (findings) => {
        for (const one of findings) {
          if (one.kind !== 'record') throw new Error(`${one.kind} in line ${one.line}`);
          found.push({ record: one.record, ...(one.own && { own: one.own }) });
        }
      };
    },
    () => {},
  );
  return found;
}

describe.each(exportFormats.map(({ format }) => format))('an export as %s', (format) => {
  it('is read back with the same papers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPaper, { minLength: 1, maxLength: 4 }), async (papers) => {
        const back = await read(await writePapers(format, exported(papers)));
        expect(back).toEqual(papers.map((paper) => ({ record: held[format](contentOf(paper)) })));
      }),
      { numRuns: 300 },
    );
  });

  it('adds nothing to a catalogue that has the papers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPaper, { minLength: 1, maxLength: 4 }), async (all) => {
        const papers = [...bundledPapers.slice(0, 20), ...new Map(all.map((paper) => [paper.id, paper])).values()];
        const planner = new ImportPlanner(new Map());
        for (const paper of papers)
          planner.addExisting({ ...paper, ids: paper.said, hasAbstract: paper.abstract !== '', hasLink: true });
        for (const [i, { record }] of (await read(await writePapers(format, exported(papers)))).entries())
          planner.add(record, i);
        const planned = planner.takePlanned();
        expect(planned.map(({ paperId }) => paperId)).toEqual(papers.map(({ id }) => id));
        expect(planned.filter(({ isNew, gains }) => isNew || gains.length > 0)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('is read back with what the reader made of them', async () => {
    const [status, tags, note] = ['reading' as const, ['to cite', 'über & out'], 'First line.\n\nSecond: 100% *of* it'];
    const [paper, other] = [paperOf('A Title of a Paper', { keywords: ['gan'] }), paperOf('The Next Paper')];
    const back = await read(await writePapers(format, exported([paper, other], entryOf({ status, tags, note }))));
    const all: ReaderData = { status, tags, note };
    const own = Object.fromEntries(heldOfReader[format].map((name) => [name, all[name]]));
    expect(back.map((one) => one.own)).toEqual([own, own]);
    expect(back[0]?.record.keywords).toEqual(format === 'ris' ? ['gan', ...tags] : ['gan']);
  });

  it('gives every bundled paper its id again, with its code', async () => {
    const back = await read(await writePapers(format, exported(bundledPapers)));
    expect(back.map(({ record }) => record.title)).toEqual(bundledPapers.map(({ title }) => title));
    const addressesOf = ({ links = [], codeLinks = [] }: { links?: string[]; codeLinks?: string[] }) =>
      [...links, ...codeLinks].sort();
    expect(back.map(({ record }) => addressesOf(record))).toEqual(
      bundledPapers.map(({ codeLinks }) => addressesOf({ codeLinks })),
    );
  });
});
