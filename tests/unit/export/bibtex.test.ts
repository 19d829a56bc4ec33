import { parse } from '@retorquere/bibtex-parser';
import { parse as parseElsewhere } from 'biblatex-csl-converter';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../lib/core/fold.ts';
import { paperIdOf } from '../../../lib/core/paper-id.ts';
import { writeBibtex } from '../../../lib/export/bibtex.ts';
import { titleToTex } from '../../../lib/export/tex.ts';
import { bundledPapers, entryOf, exported, nastyLines, nastyText, paperOf, plain } from './papers.ts';

const read = (text: string) => parse(text, { english: false, sentenceCase: false });
/** Markup of the parser as plain text. */
const textOf = (html: string | undefined): string =>
  plain(
    (html ?? '')
      .replace(/<\/?(?:p|sup|sub|span[^>]*)>/g, (tag) => (tag === '<p>' ? '\n' : ''))
      .replaceAll('\u00A0', ' '),
  );

const link = (url: string): string => `<a href="${url}">${url}</a>`;

describe('BibTeX', () => {
  it('has the bundled papers whole, read by two others', { timeout: 60_000 }, () => {
    const papers = exported(bundledPapers, entryOf({ tags: ['to cite', 'a&b'], note: 'Good: 100% of it_\n\nsee #3' }));
    const { entries, errors } = read(writeBibtex(papers));
    expect(errors).toEqual([]);
    expect(entries.map(({ key }) => key)).toEqual(papers.map(({ key }) => key));
    for (const [i, { fields, type }] of entries.entries()) {
      const paper = papers[i]?.paper as (typeof bundledPapers)[number];
      expect(type).toBe('misc');
      expect(fold(textOf(fields.title))).toBe(fold(paper.title));
      expect(fold(textOf(fields.abstract))).toBe(fold(paper.abstract));
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

  it('has titles that Paperlight itself knows again in a .bib file', () => {
    for (const { id, title } of bundledPapers) expect(paperIdOf(titleToTex(title))).toBe(id);
  });

  it('has what pages taught', () => {
    const known = { arxiv: '2406.01234', doi: '10.1145/3292500.3330701', openreview: 'rJl-b3RcF7' };
    const [paper] = exported([paperOf('A Title', { known, codeLinks: ['https://x.org/a_b%20c#d'] })]);
    const fields = read(writeBibtex(paper ? [paper] : [])).entries[0]?.fields;
    // The parser leaves the backslashes that LaTeX takes away.
    expect({ ...fields, links: fields?.links?.replaceAll('\\', '') }).toEqual({
      title: 'A Title',
      eprint: '2406.01234',
      archiveprefix: 'arXiv',
      doi: '10.1145/3292500.3330701',
      url: 'https://arxiv.org/abs/2406.01234',
      links: `${link('https://openreview.net/forum?id=rJl-b3RcF7')} ${link('https://x.org/a_b%20c#d')}`,
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
    ['S^{2}FT & Top-K at 80%', '{S\\textsuperscript{2}FT} \\& Top-{K} at 80\\%'],
    ['Élan GAN: α-Blending', "\\'Elan {GAN}: $\\alpha$-Blending"],
    ['ÉTÉ of a GAN', "{{\\'ET\\'E}} of a {GAN}"],
    [
      'An {unbalanced} \\ brace } ~',
      'An \\textbraceleft{}unbalanced\\textbraceright{} \\textbackslash{} brace \\textbraceright{} \\textasciitilde{}',
    ],
  ])('writes %j as %s', (title, tex) => {
    expect(titleToTex(title)).toBe(tex);
  });

  it('comes back as it was, whatever stands in titles, notes and tags', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(nastyText, nastyLines, nastyText, (title, note, tag) => {
        const papers = exported([paperOf(title), paperOf('The Next Paper')], entryOf({ note, tags: [tag] }));
        const { entries, errors } = read(writeBibtex(papers));
        expect(errors).toEqual([]);
        expect(entries.map(({ key }) => key)).toEqual(papers.map(({ key }) => key));
        // A superscript comes back as another character, before which a plus is none of a name.
        const letters = (text: string): string => fold(text.replaceAll('+', ' '));
        expect(letters(textOf(entries[0]?.fields.title))).toBe(letters(plain(title)));
        expect(textOf(entries[0]?.fields.annote).normalize('NFKC')).toBe(plain(note).normalize('NFKC'));
      }),
      { numRuns: 500 },
    );
  });
});
