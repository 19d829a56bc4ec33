import { describe, expect, it } from 'vitest';
import { cleanText, textOfHtml } from '../../../../lib/core/formats/html-text.ts';
import { authorOf } from '../../../../lib/core/formats/people.ts';
import { textOfTex } from '../../../../lib/core/formats/tex-text.ts';
import { fold } from '../../../../lib/core/text/fold.ts';
import { titleToTex } from '../../../../lib/export/tex.ts';
import { cpuTime } from '../../../fixtures/cpu-time.ts';
import { nastyText } from '../../../fixtures/exported-papers.ts';
import fc from '../../../fixtures/properties.ts';

describe('Text of TeX', () => {
  it.each([
    ["{\\'E}tude \\'{e}t\\'e Fr{\\'{e}}chet", 'Étude été Fréchet'],
    ['na{\\"\\i}ve na\\"{\\i}ve na\\"ive', 'naïve naïve naïve'],
    ['{\\v{C}}ech \\c{c}a \\c ca Erd{\\H o}s \\"Uber', 'Čech ça ça Erdős Über'],
    ['{\\aa}ngstr\\"om \\o{}re {\\L}ukasz \\ss', 'ångström øre Łukasz ß'],
    ['{BSN}++ and {{D}eep} {GAN}s', 'BSN++ and Deep GANs'],
    ['R\\&D at 50\\% \\$5 \\#1 a\\_b \\{x\\}', 'R&D at 50% $5 #1 a_b {x}'],
    ["a--b---c ``d'' e~f\\,g", 'a–b—c “d” e f g'],
    ['$\\alpha$-{B}lending of $\\mathcal{O}(n^{2})$', 'α-Blending of $\\mathcal{O}(n^{2})$'],
    ['S$^{2}$FT, H\\textsubscript{2}O, $x$', 'S^{2}FT, H_{2}O, $x$'],
    ['\\textit{de novo} {\\em x} \\emph{y} \\LaTeX{} \\texttt{z}', 'de novo x y LaTeX z'],
    ['\\textasciitilde{}9 \\~{}9 \\^{} \\textbackslash{}n \\textbar', '~9 ~9 ^ \\n |'],
    ['an open { brace and $5', 'an open brace and $5'],
  ])('of %j is %j', (tex, text) => expect(cleanText(textOfTex(tex))).toBe(text));

  it('that Paperlight writes folds to the same letters as the title', () => {
    // An open brace without its partner becomes a parenthesis, before which "sf" is a word, where
    // "sf{" is a command.
    const isCommandLeftOpen = (title: string): boolean => {
      const rest = title.replace(/\{[^{}]*\}/g, '');
      return rest === title ? /[a-z]\s*\{/i.test(title) : isCommandLeftOpen(rest);
    };
    const titles = nastyText.filter((title) => !isCommandLeftOpen(title));
    fc.assert(
      fc.property(titles, (title) => {
        expect(fold(textOfTex(titleToTex(title)))).toBe(fold(title.normalize('NFC')));
      }),
    );
  });

  it('takes time linear in its length', () => {
    for (const piece of ["\\'{", '$', '{', '\\c ', '\\i', '\\textsuperscript{', '`', '--']) {
      const before = cpuTime();
      textOfTex(piece.repeat(100_000));
      expect(cpuTime() - before, piece).toBeLessThan(3_000);
    }
  });
});

describe('Text of HTML', () => {
  it.each([
    ['<i>de novo</i> R&amp;D &lt;b&gt; &#233;', 'de novo R&D <b> é'],
    ['x<sup>2</sup> a < b > c <unknown>', 'x2 a < b > c <unknown>'],
    ['<jats:p>One.</jats:p><jats:p>Two.</jats:p>', 'One. Two.'],
    ['&amp;lt; once', '&lt; once'],
    ['a\u202Eb\u200Bc\uFEFF', 'abc'],
  ])('of %j is %j', (html, text) => expect(cleanText(textOfHtml(html))).toBe(text));
});

describe('A name', () => {
  it.each([
    ['Song, Yang', 'Song', 'Yang'],
    ['Yang Song', 'Song', 'Yang'],
    ['Ludwig van Beethoven', 'van Beethoven', 'Ludwig'],
    ['King, Jr., Martin Luther', 'King', 'Martin Luther'],
    ['OpenAI', 'OpenAI', undefined],
  ])('%j is of the family %j', (name, family, given) => {
    expect(authorOf(name)).toEqual(given === undefined ? { family } : { family, given });
  });

  it('of nobody is no author', () => {
    for (const name of ['', ' ', 'others', 'et al.', ',']) expect(authorOf(name)).toBeUndefined();
  });
});
