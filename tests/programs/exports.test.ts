/**
 * Exports as the programs read them for which they are made, where a machine has these. Not among
 * the tests that always run: fonts and packages of TeX decide here too.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../lib/core/text/fold.ts';
import { writeBibtex } from '../../lib/export/bibtex.ts';
import { writeCsl } from '../../lib/export/csl.ts';
import type { ExportedPaper } from '../../lib/export/exported-paper.ts';
import { writeMarkdown } from '../../lib/export/markdown.ts';
import { bundledPapers, entryOf, exported, nastyLines, nastyText, paperOf } from '../fixtures/exported-papers.ts';
import fc from '../fixtures/properties.ts';

const missing = ['pandoc', 'biber', 'pdflatex', 'pdftotext'].filter(
  (program) => spawnSync(program, ['--version']).error,
);
if (missing.length > 0) console.log(`Not tried: exports in ${missing.join(', ')}, which this machine does not have.`);
const has = (...programs: string[]): boolean => programs.every((program) => !missing.includes(program));

const HOSTILE = 300;
/** pdfTeX has no letters of these, whatever is written. */
const tame = (text: string): string => text.replace(/[你😀]/gu, 'x');
const sample = (arbitrary: fc.Arbitrary<string>, seed: number): string[] =>
  fc.sample(arbitrary, { numRuns: HOSTILE, seed }).map(tame);
/**
 * What a program has of a title: markup that the program makes or that the title has, is no part of
 * it.
 */
const letters = (text = ''): string => fold(text.replace(/<\/?(?:sup|sub|i|b|span[^>]*)>/gi, '').normalize('NFC'));

let papers: ExportedPaper[];
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperlight-programs-'));
  const [titles, notes, tags] = [sample(nastyText, 1), sample(nastyLines, 2), sample(nastyText, 3)] as [
    string[],
    string[],
    string[],
  ];
  const known = { doi: '10.1145/3292500.3330701' };
  papers = [
    ...exported(
      bundledPapers,
      entryOf({ tags: ['to cite', 'a&b', '100%', '#todo', 'x_y^z~'], note: 'Good: 100% of it_\n\nsee #3' }),
    ),
    ...titles.map((title, i): ExportedPaper => {
      const note = `DOI: 10.9999/other\n${notes[i]}`;
      const entry = entryOf({ note, tags: [tags[i] as string, '100%', '#todo'] });
      return {
        ...(exported([paperOf(title, { abstract: notes[i] as string, known })], entry)[0] as ExportedPaper),
        key: `hostile${i}`,
      };
    }),
  ];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const pandoc = (...args: string[]): string => execFileSync('pandoc', args, { encoding: 'utf8', maxBuffer: 1e9 });

describe.skipIf(!has('pandoc'))('pandoc', { timeout: 240_000 }, () => {
  it('reads every title and tag of a .bib file as it is here', () => {
    const items: { id: string; title?: string; keyword?: string }[] = JSON.parse(
      pandoc('-f', 'bibtex', '-t', 'csljson', write('all.bib', writeBibtex(papers))),
    );
    expect(items.map(({ id }) => id)).toEqual(papers.map(({ key }) => key));
    const others = items.flatMap(({ title }, i) => {
      const here = papers[i]?.paper.title as string;
      return letters(title) === letters(here) ? [] : [`${here} → ${title}`];
    });
    // It changes the case of letters behind a backslash, which makes another command of them.
    expect(others.filter((one) => !/\\/.test(one))).toEqual([]);
    for (const { keyword = '' } of items) expect(keyword).toContain('100%');
  });

  it('takes nothing of a note for a field of the paper', () => {
    const cited = papers.filter(({ key }) => key.startsWith('hostile')).slice(0, 20);
    const csl = write('some.json', writeCsl(cited));
    const document = write('cited.md', "---\nnocite: '@*'\n---\n");
    const text = pandoc('--citeproc', '--bibliography', csl, '-t', 'plain', '--wrap=none', document);
    expect(text).toContain('10.1145/3292500.3330701');
    expect(text).not.toContain('10.9999');
  });

  it('shows every paper of a Markdown export, whatever stands in the notes', () => {
    const html = pandoc('-f', 'gfm', '-t', 'html', write('all.md', writeMarkdown(papers)));
    const shown = html
      .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
      .replace(/<[^>]*>/g, '')
      .replace(/&amp;/g, '&');
    expect(html.match(/<input type="checkbox"/g)?.length ?? 0).toBeGreaterThanOrEqual(papers.length);
    const folded = fold(shown);
    const lost = bundledPapers.filter(({ title }) => !folded.includes(fold(title)));
    expect(lost).toEqual([]);
  });
});

/** Text as it is set: quotes are curly, accents stand alone for signs, and spaces stretch. */
const asSet = (text: string): string => {
  const signs: Record<string, string> = { "'": '’', '`': '‘', '~': '˜', '^': 'ˆ' };
  return text.replace(/['`~^]/g, (sign) => signs[sign] as string).replace(/\s+/g, '');
};
/** What is compared of titles that have formulas, or braces without partners. */
const plainLetters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]|ˆ/gu, '');

describe.skipIf(!has('biber', 'pdflatex'))('biber and pdfTeX', { timeout: 300_000 }, () => {
  /** Sets a document with the bibliography of all papers, and returns what was complained of. */
  const complaintsOf = (name: string, preamble: string, body: string): string[] => {
    write('all.bib', writeBibtex(papers));
    write(
      `${name}.tex`,
      `\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{lmodern}\n\\usepackage[backend=biber]{biblatex}\n\\addbibresource{all.bib}\n` +
        `${preamble}\n\\begin{document}\n${body}\n\\end{document}\n`,
    );
    const run = (program: string, ...args: string[]) =>
      spawnSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 }).stdout;
    run('pdflatex', '-interaction=nonstopmode', name);
    const biber = run('biber', name);
    run('pdflatex', '-interaction=nonstopmode', name);
    const log = readFileSync(join(folder, `${name}.log`), 'latin1');
    if (!/Output written on/.test(log)) return ['nothing was set'];
    return [
      ...(biber.match(/^(?:ERROR|WARN) .*/gm) ?? []),
      ...(log.match(/^! .*(?:\n.*){3}|^Missing character.*/gm) ?? []),
    ];
  };

  it('set every paper of a .bib file without a complaint', () => {
    const annotations = '\\AtEveryBibitem{\\printfield{annotation}\\par}';
    expect(complaintsOf('all', annotations, '\\nocite{*}\\printbibliography')).toEqual([]);
    const bbl = readFileSync(join(folder, 'all.bbl'), 'utf8');
    expect(bbl.match(/\\entry\{/g)).toHaveLength(papers.length);
    expect(bbl.match(/\\keyw\{/g)).toHaveLength(papers.length);
  });

  it.skipIf(!has('pdftotext'))('show every title as it is here, and nothing of notes and tags', () => {
    const pages = papers.map(({ key }) => `\\citefield{${key}}{title}\n\n---\n\n\\fullcite{${key}}\\newpage\n`);
    const wide = '\\pdfpagewidth=200cm \\textwidth=190cm \\pagestyle{empty} \\parindent=0pt';
    expect(complaintsOf('titles', wide, pages.join(''))).toEqual([]);
    const text = execFileSync('pdftotext', ['-enc', 'UTF-8', '-layout', join(folder, 'titles.pdf'), '-'], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    const shown = text.split('\f').slice(0, papers.length);
    const others = shown.flatMap((page, i) => {
      const [title = '', full = ''] = page.split(/^\s*—\n/m, 2);
      const here = papers[i]?.paper.title as string;
      const isBundled = i < bundledPapers.length;
      const isSame =
        isBundled && !/[_^]\{/.test(here) ? asSet(title) === asSet(here) : plainLetters(title) === plainLetters(here);
      return isSame && !/10\.9999|#todo|Good: 100/.test(full) ? [] : [`${here} → ${page}`];
    });
    expect([shown.length, others]).toEqual([papers.length, []]);
  });
});
