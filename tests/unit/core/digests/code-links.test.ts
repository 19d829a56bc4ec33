import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleDigests } from '../../../../lib/bundling/bundled-digests.ts';
import { codeLinks } from '../../../../lib/core/digests/code-links.ts';

describe('codeLinks', () => {
  it.each<[what: string, text: string, links: string[]]>([
    ['nothing', 'No link here, nor in http:// or https://.', []],
    ['a host without a dot', 'See http://localhost:8080/x.', []],
    ['a full stop', 'Code: https://github.com/a/b.', ['https://github.com/a/b']],
    [
      'other punctuation',
      'At https://github.com/a/b, https://c.org/d; https://e.org/f: (https://g.org)!',
      ['https://github.com/a/b', 'https://c.org/d', 'https://e.org/f', 'https://g.org'],
    ],
    ['dots inside', 'At https://e.org/v1.2/f.tar.gz...', ['https://e.org/v1.2/f.tar.gz']],
    ['a query and a fragment', 'https://e.org/a?b=c&d=e,f#g_h-i.', ['https://e.org/a?b=c&d=e,f#g_h-i']],
    ['a port', 'http://e.org:8080/a', ['http://e.org:8080/a']],
    ['a last slash', 'https://e.org/a/.', ['https://e.org/a/']],
    ['a bracket that encloses it', 'code (https://e.org/a).', ['https://e.org/a']],
    ['a bracket of its own', '(see https://e.org/a_(b)).', ['https://e.org/a_(b)']],
    [
      'the same address twice, glued',
      'https://github.com/A/Synthesis.https://github.com/A/Synthesis.',
      ['https://github.com/A/Synthesis'],
    ],
    ['the same address in braces', 'https://d.github.io/{https://d.github.io/}', ['https://d.github.io/']],
    ['a remnant of \\url', 'https://g.github.io/ANT/{url}.', ['https://g.github.io/ANT/']],
    ['a remnant of \\href', 'https://github.com/h/Faster{Faster}.', ['https://github.com/h/Faster']],
    ['a TeX command and a tie', 'code at~https://a.org/r/README.md{here.}', ['https://a.org/r/README.md']],
    ['\\url itself', String.raw`\url{https://github.com/a/b}.`, ['https://github.com/a/b']],
    ['Markdown', '[code](https://github.com/a/b) *https://c.org/d*', ['https://github.com/a/b', 'https://c.org/d']],
    ['HTML', '<a href="https://github.com/a/b">https://github.com/a/b</a>', ['https://github.com/a/b']],
    [
      'one address in other spellings',
      'http://github.com/a/b https://www.github.com/a/b/ https://GitHub.com/a/b.git',
      ['https://github.com/a/b'],
    ],
    [
      'addresses that differ in case',
      'https://github.com/a/b https://github.com/a/B',
      ['https://github.com/a/b', 'https://github.com/a/B'],
    ],
    ['plain http elsewhere', 'http://e.org/a', ['http://e.org/a']],
  ])('handles %s', (_, text, links) => {
    expect(codeLinks(text)).toEqual(links);
  });
});

describe('codeLinks of the bundled abstracts', () => {
  const { papers } = bundleDigests(resolve(import.meta.dirname, '../../../../seeds')).catalogue;
  const links = papers.flatMap((paper) => paper.codeLinks);

  it('are 99, of which 81 lead to github.com', () => {
    expect(links).toHaveLength(99);
    expect(links.filter((link) => new URL(link).hostname === 'github.com')).toHaveLength(81);
  });

  it('are absolute https addresses that end in a letter, a digit or a slash', () => {
    for (const link of links) {
      expect(link).toMatch(/^https:\/\/[\w.-]+\.[a-z]+(?:\/[\w./~-]*)?(?<=[a-zA-Z0-9/])$/);
      expect(link.replace('https://', '')).not.toContain('http');
    }
  });

  it('leave out no address of an abstract', () => {
    for (const paper of papers) {
      const hosts = [...paper.abstract.matchAll(/https?:\/\/([\w.-]*\w)/g)].map(([, host]) => host);
      expect(new Set(paper.codeLinks.map((link) => new URL(link).hostname))).toEqual(new Set(hosts));
    }
  });

  it.each([
    ['Diversity-Driven Synthesis', ['https://github.com/AngusDujw/Diversity-Driven-Synthesis']],
    ['DiffuseKronA', ['https://diffusekrona.github.io/']],
    ['LoLDU', ['https://github.com/SKDDJ/LoLDU']],
    [
      'Pruning-aware Sparse',
      ['https://github.com/CASIA-IVA-Lab/MaskSparsity', 'https://gitee.com/casia_iva_engineer/easypruner'],
    ],
  ])('of the paper on %s are %j', (words, expected) => {
    const paper = papers.find(
      ({ title, abstract }) => title.includes(words) || abstract.includes(words.replaceAll(' ', '-')),
    );
    expect(paper?.codeLinks).toEqual(expected);
  });
});
