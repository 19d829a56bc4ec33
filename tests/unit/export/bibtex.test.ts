import { parse } from '@retorquere/bibtex-parser';
import { parse as parseElsewhere } from 'biblatex-csl-converter';
import { describe, expect, it } from 'vitest';
import { paperIdOf } from '../../../lib/core/model/paper-id.ts';
import { fold } from '../../../lib/core/text/fold.ts';
import { writeBibtex } from '../../../lib/export/bibtex.ts';
import { titleToTex } from '../../../lib/export/tex.ts';
import {
  bundledPapers,
  entryOf,
  exported,
  nastyLines,
  nastyText,
  paperOf,
  plain,
} from '../../fixtures/exported-papers.ts';
import fc from '../../fixtures/properties.ts';

const read = (text: string) => parse(text, { english: false, sentenceCase: false });
/**
 * Markup that the parser makes, and titles may hold themselves: then it is no use to tell one from
 * the other.
 */
const MARKUP = /<\/?(?:p|sup|sub|span[^>]*)>/g;
/** Markup of the parser as plain text. */
const textOf = (html: string | undefined): string =>
  plain((html ?? '').replace(MARKUP, (tag) => (tag === '<p>' ? '\n' : '')).replaceAll('\u00A0', ' '));
/** What is compared of texts in which nothing is a command. */
const plainLetters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]|ˆ/gu, '');

const link = (url: string): string => `<a href="${url}">${url}</a>`;

describe('BibTeX', () => {
  it('contains the bundled papers completely, as two other parsers read it', () => {
    const papers = exported(bundledPapers, entryOf({ tags: ['to cite', 'a&b'], note: 'Good: 100% of it_\n\nsee #3' }));
    const { entries, errors } = read(writeBibtex(papers));
    expect(errors).toEqual([]);
    expect(entries.map(({ key }) => key)).toEqual(papers.map(({ key }) => key));
    for (const [i, { fields, type }] of entries.entries()) {
      const paper = papers[i]?.paper as (typeof bundledPapers)[number];
      expect(type).toBe('misc');
      expect(fold(textOf(fields.title))).toBe(fold(paper.title));
      expect(fold(textOf(fields.abstract).normalize('NFKC'))).toBe(fold(paper.abstract));
      expect(fields.url).toBe(paper.codeLinks[0]);
      expect(fields.keywords).toEqual(['a&b', 'to cite']);
      expect(textOf(fields.annote)).toBe('Good: 100% of it_ see #3');
      // Of what nobody said, nothing is there.
      for (const field of ['author', 'year', 'journal', 'booktitle']) expect(fields).not.toHaveProperty(field);
    }
    const others = Object.values(parseElsewhere(writeBibtex(papers), { processUnexpected: true }).entries);
    expect(others.map(({ entry_key }) => entry_key)).toEqual(papers.map(({ key }) => key));
    for (const [i, { fields }] of others.entries()) {
      const title = (fields.title as { text: string }[]).map(({ text }) => text).join('');
      expect(fold(title)).toBe(fold(papers[i]?.paper.title as string));
    }
  });

  it('has titles that Paperlight recognises in a .bib file', () => {
    for (const { id, title } of bundledPapers) expect(paperIdOf(titleToTex(title))).toBe(id);
  });

  it('has what pages taught', () => {
    const known = { arxiv: '2406.01234', doi: '10.1145/3292500.3330701', openreview: 'rJl-b3RcF7' };
    const [paper] = exported([paperOf('A Title', { known, codeLinks: ['https://x.org/a_b%20c#d'] })]);
    const fields = read(writeBibtex(paper ? [paper] : [])).entries[0]?.fields;
    // The parser leaves the backslashes that LaTeX takes away.
    const plainly = { links: fields?.links?.replaceAll('\\', ''), code: fields?.code?.replaceAll('\\', '') };
    expect({ ...fields, ...plainly }).toEqual({
      title: 'A Title',
      eprint: '2406.01234',
      archiveprefix: 'arXiv',
      doi: '10.1145/3292500.3330701',
      url: 'https://arxiv.org/abs/2406.01234',
      links: link('https://openreview.net/forum?id=rJl-b3RcF7'),
      code: link('https://x.org/a_b%20c#d'),
    });
  });

  it.each([
    ['EpiGRAF: Rethinking training of 3D GANs', '{EpiGRAF}: Rethinking training of {3D} {GANs}'],
    [
      'Structured Bayesian Compression Based on The Turbo-VBI Approach',
      'Structured Bayesian Compression Based on The Turbo-{VBI} Approach',
    ],
    [
      'Template estimation: Fréchet means and a Gauss kernel are good',
      "Template estimation: Fr\\'echet means and a {Gauss} kernel are good",
    ],
    ['S^{2}FT & Top-K at 80%', '{S$^{2}$FT} \\& Top-{K} at 80\\%'],
    ['Élan GAN: α-Blending', "\\'Elan {GAN}: $\\alpha$-Blending"],
    ['ÉTÉ of a GAN', "{{\\'ET\\'E}} of a {GAN}"],
    ['An {unbalanced} \\ brace } ~', 'An \\{unbalanced\\} \\textbackslash{} brace ) \\~{}'],
    ['A~~B – C — D--E ``x,,y', '{A\\~{}\\~{}B} -- {C} --- {D}-{}-{E} `{}`x,{},y'],
    ['– – and –– of -–, —-a', '-- -- and --{}-- of -{}--, ---{}-a'],
    ['{GAN} ~ of GAN~', '{{\\{GAN\\}}} \\~{} of {GAN}\\~{}'],
    ['a < b | c costs $5', 'a $<$ b $|$ c costs \\$5'],
    ['One costs $5', 'One costs \\$5'],
    [
      'Rates of $O(n^{2}\\log n)$ and $\\input{x}$',
      'Rates of $O(n^{2}\\log n)$ and \\$\\textbackslash{}input\\{x\\}\\$',
    ],
  ])('writes %j as %s', (title, tex) => {
    expect(titleToTex(title)).toBe(tex);
  });

  it('has keywords that biber can copy into TeX', () => {
    const tags = ['100%', '#todo', 'a_b & c~^', 'x, {y} \\z$;'];
    const bib = writeBibtex(exported([paperOf('A Title')], entryOf({ tags })));
    expect(bib).toContain('  keywords = {100\\%, \\#todo, a_b & c~^, x y z},\n');
  });

  it('has no line of a note that begins like an entry or a field', () => {
    const note = '@misc{a, b}\nlr=0.1, title = x\nbatch size = 8\nno = field';
    expect(writeBibtex(exported([paperOf('A Title')], entryOf({ note })))).toContain(
      '  annote = {{}@misc\\{a, b\\}\n\n{}lr=0.1, title = x\n\nbatch size = 8\n\n{}no = field},\n',
    );
  });

  it('keeps accents and escapes of TeX in abstracts, and no other backslash', () => {
    const abstract = "Fr\\'echet at 5\\% \\& 5% {a} \\eg, S^2 ~9 } \\";
    expect(writeBibtex(exported([paperOf('A Title', { abstract })]))).toContain(
      "  abstract = {Fr\\'echet at 5\\% \\& 5\\% \\{a\\} \\textbackslash{}eg, S^2 \\~{}9 ) \\textbackslash{}},\n",
    );
  });

  it('is read back unchanged, whatever titles, notes and tags contain', () => {
    fc.assert(
      fc.property(nastyText, nastyLines, nastyText, (title, note, tag) => {
        const papers = exported([paperOf(title), paperOf('The Next Paper')], entryOf({ note, tags: [tag] }));
        const { entries, errors } = read(writeBibtex(papers));
        expect(errors).toEqual([]);
        expect(entries.map(({ key }) => key)).toEqual(papers.map(({ key }) => key));
        expect(plainLetters(textOf(entries[0]?.fields.title))).toBe(plainLetters(plain(title.replace(MARKUP, ''))));
        expect(plainLetters(textOf(entries[0]?.fields.annote))).toBe(plainLetters(plain(note.replace(MARKUP, ''))));
      }),
      { numRuns: 500 },
    );
  });

  it('has authors, year and venue in the right entry type, as two other parsers read it', () => {
    const authors = [
      { family: 'van den Oord', given: 'Aaron' },
      { family: 'Procter and Gamble' },
      { family: 'OpenAI' },
      { family: 'Song', given: 'Yang' },
    ];
    const credits = { authors, year: 2021, venue: 'Tests & Proofs' };
    const kinds = { article: 'journal', conference: 'booktitle', chapter: 'booktitle', thesis: 'school' } as const;
    const papers = exported(
      Object.keys(kinds).map((type, i) => paperOf(`A Title ${i}`, { ...credits, type: type as keyof typeof kinds })),
    );
    const { entries, errors } = read(writeBibtex(papers));
    expect(errors).toEqual([]);
    expect(entries.map(({ type }) => type)).toEqual(['article', 'inproceedings', 'incollection', 'phdthesis']);
    for (const [i, { fields }] of entries.entries()) {
      expect(fields[Object.values(kinds)[i] as string]).toBe('Tests & Proofs');
      expect(fields.year).toBe('2021');
      expect(fields.author?.map(({ name, lastName, firstName }) => name ?? [lastName, firstName])).toEqual([
        ['Oord', 'Aaron'],
        'Procter and Gamble',
        expect.anything(),
        ['Song', 'Yang'],
      ]);
    }
    const [{ entry_key = '', bib_type = '' } = {}] = Object.values(parseElsewhere(writeBibtex(papers)).entries);
    expect([entry_key, bib_type]).toEqual([papers[0]?.key, 'article']);
  });
});
