import { describe, expect, it } from 'vitest';
import { type Context, EDGE, type HolderKind, type Surroundings } from '../../../../lib/core/titles/mention-context.ts';
import { isMention } from '../../../../lib/core/titles/mention-rules.ts';

const long = { isShort: false, hasCapitals: true, isLatin: true };
const short = { isShort: true, hasCapitals: true, isLatin: true };
const shortInOtherCase = { isShort: true, hasCapitals: false, isLatin: true };

const holderKinds: Record<string, HolderKind> = { a: 'link', h: 'heading', td: 'cell', cite: 'cite', em: 'emphasis' };

/**
 * What stands around the § in the markup of a block; other elements than those of holders are only
 * the edges of text nodes.
 */
function around(markup: string): Surroundings {
  const open: { kind: HolderKind | undefined }[] = [];
  const nodes: { text: string; within: typeof open }[] = [];
  for (const [token, slash, name] of markup.matchAll(/<(\/?)(\w+)>|[^<]+/g)) {
    if (name === undefined) nodes.push({ text: token, within: [...open] });
    else if (slash) open.pop();
    else open.push({ kind: holderKinds[name] });
  }
  const at = nodes.findIndex(({ text }) => text.includes('§'));
  const node = nodes[at] as (typeof nodes)[number];
  const [before = '', after = ''] = node.text.split('§');
  const contextIn = (isInside: (other: typeof node) => boolean): Context => ({
    before: [
      ...nodes
        .slice(0, at)
        .filter(isInside)
        .map(({ text }) => text),
      before,
    ].join(EDGE),
    after: [
      after,
      ...nodes
        .slice(at + 1)
        .filter(isInside)
        .map(({ text }) => text),
    ].join(EDGE),
  });
  const holders = node.within.flatMap((element) => {
    const context = contextIn(({ within }) => within.includes(element));
    return element.kind ? [{ kind: element.kind, ...context }] : [];
  });
  return { block: contextIn(() => true), holders: holders.reverse() };
}

/** A passage of more letters than a title has beside another. */
const passage =
  'which is one of very many works that one may read about the matter at hand before one goes on to write a work of one’s own and publishes it';

describe('a long title is a mention', () => {
  it.each([
    '§',
    'As was shown in § long ago.',
    'As was shown in § for images, in § and elsewhere.',
    'See §: it works.',
    '<a>§</a>',
    '<a>§</a> in Speech Separation',
    '<a>§</a>: a survey of it',
    '<h>§</h>',
    '<h>§?</h>',
    '<td>§</td>',
    '<cite>§</cite>',
    '<em>§</em> for images',
    '<a>§.</a>',
    '<a><span>[1]</span> §</a>',
    '<a>[1] §</a>',
    '<h>2.1 §</h>',
    '<h>12 §</h>',
    '<h>(c) §</h>',
    '<h>★ §</h>',
    '<h><a>§</a> in Speech Separation</h>',
    '<h><a>§</a> Jane Doe, John Roe</h>',
    '<h>DREAM+: <a>§</a></h>',
  ])('in %s', (markup) => {
    expect(isMention(long, around(markup))).toBe(true);
  });

  it.each([
    '<h><span>Title:</span>§</h>',
    '<h><span>Title:</span> §</h>',
    '<h>Title: §</h>',
    '<a>Paper 3: §</a>',
    '<a>arXiv: §</a>',
    '<a>CVPR 2023: §</a>',
    '<h><b>CVPR 2023</b>: §</h>',
    '<a>论文：§</a>',
    '<h>Paper Reading: §</h>',
    '<h><b>Day 3:</b> §</h>',
    '<a>[Paper] §</a>',
    '<h>Paper Review: §</h>',
    '<h>Week 5: §</h>',
    '<h>Lecture 12: §</h>',
    '<h>Session 2a: §</h>',
    '<h>Unit IV: §</h>',
    '<h>Sprint 42: §</h>',
    '<h>Re: §</h>',
    '<h>Journal club: §</h>',
    '<h>Our favourite of the week: §</h>',
    '<a>Best Paper Award: §</a>',
    '<h>论文阅读：§</h>',
    '<h>論文紹介: §</h>',
    '<h>논문 리뷰: §</h>',
    '<h>Обзор статьи: §</h>',
    '<h>論文精読 §</h>',
    '<h>논문 리뷰 §</h>',
    '<h>レビュー §</h>',
    '<h>Titre : §</h>',
    '<h>Vortrag 3: §</h>',
    '<h>Título: §</h>',
    '<h>Week 5: Paper: §</h>',
  ])('after a label, in %s', (markup) => {
    expect(isMention(long, around(markup))).toBe(true);
  });

  it.each([
    '<h>Official implementation of §</h>',
    '<a>PyTorch code for §</a>',
    '<a>Paper: Official PyTorch implementation of “§”</a>',
    '<h>Code for the paper §</h>',
    '<a>Slides of our talk on §</a>',
    '<a>Project page for “§”</a>',
  ])('where the page says what it holds of it, in %s', (markup) => {
    expect(isMention(long, around(markup))).toBe(true);
  });

  it.each([
    '<a>§ (ICML 2024)</a>',
    '<a>§ [arXiv]</a>',
    '<a>§ ICML 2024</a>',
    '<a>§ 2024</a>',
    '<a>§ arXiv:2401.01234</a>',
    '<a>§, NeurIPS 2023</a>',
    '<a>§ – NeurIPS 2023</a>',
    '<a>§ | OpenReview</a>',
    '<a>§ in CVPR 2020</a>',
    '<a>§ in the Proceedings of ICML</a>',
    '<a>§ arxiv</a>',
    '<a>§ code</a>',
    '<a>§ at NeurIPS</a>',
    '<a>§ by Jane Doe</a>',
    '<a>§ by J. Doe et al.</a>',
    '<h>§<span>Jane Doe, John Roe</span></h>',
    '<h>§ <span>Jane Doe, John Roe</span></h>',
    '<a>§ PDF</a>',
    '<a>§ Oral</a>',
    '<a>§ PDF Code Slides</a>',
    '<a>§ May 28, 2024</a>',
    '<a>§ 28 May 2024</a>',
    '<a>§ 28. Mai 2024</a>',
    '<a>§ 28 de mayo de 2024</a>',
    '<a>§ Sep 2023</a>',
    '<a>§ 28/05/2024</a>',
    '<a>§ 10:30am</a>',
    '<a>§ 12 min read</a>',
    '<a>§ 3 comments</a>',
    '<a>§ 2 days ago</a>',
    '<a>§ pp. 12–15</a>',
    '<a>§ 2406.09358v3</a>',
    '<a>§ 论文笔记</a>',
    '<a>§：阅读笔记</a>',
    '<a>§を読んだ</a>',
    '<h>§ 리뷰</h>',
    '<h>10:30am §</h>',
    '<h>14:00 §</h>',
    '<h>Mon, Sep 3 §</h>',
    '<h>May 28, 2024: §</h>',
    '<h>arXiv:2406.09358v3 §</h>',
    '<a>2305.18424v2 §</a>',
    '<a>cs.LG/0412020v1 §</a>',
    '<a>Okanovic, P., Waleffe, R., et al.: §. In: ICLR (2024)</a>',
    '<a>Lin, S., Liu, B.: §. In: WACV (2024)</a>',
    '<a>Doe, J. (2024): §</a>',
  ])('with authors, venue or badges after it, in %s', (markup) => {
    expect(isMention(long, around(markup))).toBe(true);
  });

  it.each([
    '[3] A. Author and B. Author. §. In Proc. ICML, 2024.',
    '[3] A. Author, “§,” arXiv, 2024.',
    'A. Author, "§", in Proc. ICML.',
    "A. Author. ``§.'' 2024",
    'A. Author: ‘§’, ICML',
    "A. Author: '§.' ICML",
    'A. Author, «§», 2024; B. Author, „§“, 2023',
    '《§》是一篇论文',
    'In “some other title,” and § in Speech Separation',
    'A. Author (2024). § in Proceedings of ICML.',
    'A. Author (2024). § in ICML.',
    'A. Author (2024). §: it works.',
  ])('in the citation %s', (markup) => {
    expect(isMention(long, around(markup))).toBe(true);
  });

  it.each([
    '@article{key,\n  title = {§},\n  year = {2024}\n}',
    '@article{key,\n  title={{§}},\n  booktitle={Proceedings}\n}',
    '@article{key, title = "§", year = 2024}',
    '@article{key,\n  author = {A and B},\n  title = {§}\n}',
    '@article{key,\n  Title = {§}}',
  ])('in the BibTeX entry %j', (markup) => {
    expect(isMention(long, around(markup))).toBe(true);
  });

  it('in a passage within a link or quotation', () => {
    expect(isMention(long, around(`<a>We build on § and others, ${passage}.</a>`))).toBe(true);
    expect(isMention(long, around(`“We build on § and others, ${passage}.”`))).toBe(true);
  });
});

describe('a long title is no mention where it is part of a longer one', () => {
  it.each([
    '<a>§ in Speech Separation</a>',
    '<a>§<span> in Speech Separation</span></a>',
    '<a>§ in NLP</a>',
    '<a>§ in Code Generation</a>',
    '<a>§ at Scale</a>',
    '<a>§ for Vision</a>',
    '<a>§ by learning</a>',
    '<a>§ Revisited</a>',
    '<a>§ Code Generation</a>',
    '<a>§ Tips and Tricks</a>',
    '<h>§: A Survey</h>',
    '<h>§：一个综述</h>',
    '<h>§<span>: A Survey</span></h>',
    '<h>(§): A Survey</h>',
    '<h>§?: A Survey</h>',
    '<cite>§ for Vision</cite>',
    '<a>Rethinking §</a>',
    '<a>Beyond §</a>',
    '<h>On the Theory of §</h>',
    '<a>DREAM+: §</a>',
    '<h><b>DREAM+</b>: §</h>',
    '<a><em>§</em> in Speech Separation</a>',
    '<a>DREAM+: <em>§</em></a>',
    '<a>Beyond <em>§</em></a>',
    '<a><em>§</em> Revisited</a>',
    '<a><em>§</em>: A Survey</a>',
    '<a>§ in 3D Vision</a>',
    '<a>Stable Diffusion: §</a>',
    '<a>GPT 4: §</a>',
    '<a>Gemini 1.5: §</a>',
    '<a>m2mKD: §</a>',
    '<a>k-means: §</a>',
    '<a>S²FT: §</a>',
    '<a>A Good Thing for All: §</a>',
    '<a>Week 5: DREAM+: §</a>',
    '<h>§\nin Speech Separation</h>',
    '<h>§\nfor\nSpeech\nSeparation</h>',
    '<h>§\nIn Speech Separation</h>',
    '<h>§<b>\n</b>revisited once more</h>',
    '<h>On the Theory of\n§</h>',
    '<h>§ 3 Ways</h>',
    '<h>§ 2 Decompositions</h>',
    '<a>Our codes: §</a>',
    '<a>Diffusion models: §</a>',
    '<a>Random projection is: §</a>',
  ])('in %s', (markup) => {
    expect(isMention(long, around(markup))).toBe(false);
  });

  it.each([
    'A. Author, “§ in Speech Separation,” 2024.',
    'A. Author, “§: A Survey,” 2024.',
    'A. Author, “Beyond §,” 2024.',
    'A. Author, “DREAM+: §,” 2024.',
    'A. Author, "§: A Survey", 2024.',
    "A. Author, ``Beyond §,'' 2024.",
    '《§ for Vision》',
    'A. Author, »Beyond §«, 2024.',
    'A. Author, ”§: A Survey”, 2024.',
    'A. Author, ‚§ in Speech Separation‘, 2024.',
    'A. Author, ‹Beyond §›, 2024.',
    'A. Author, « § revisited », 2024.',
    'A. Author, 〝§ for Vision〟',
    '@article{key, title = {§: A Survey}, year = 2024}',
    '@article{key, title = {Beyond §}, year = 2024}',
    '@article{key, title = {Beyond {§}}, year = 2024}',
    '“Beyond *§*”',
    '@article{key, title = "{DREAM}+: §", year = 2024}',
    '[3] A. Author and B. Author. § in Speech Separation. 2024.',
    '[3] A. Author and B. Author. §: A Survey. 2024.',
    '[3] A. Author (2024) §: a comprehensive and critical review.',
    '§ for Vision. A. Author, 2024.',
  ])('in %j', (markup) => {
    expect(isMention(long, around(markup))).toBe(false);
  });

  it.each([
    '§…',
    '§ …',
    '§...',
    '§....',
    '§……',
    '§... 12',
    '§… 12',
    '<a>§…</a>',
    '“§…”',
    'Methods that are §-based',
    'Methods that are §‑based',
    'A non-§ method',
    '<a>Non-§</a>',
  ])('or of a word or phrase, in %s', (markup) => {
    expect(isMention(long, around(markup))).toBe(false);
  });
});

describe('a title below or above other lines is a mention', () => {
  it.each([
    '<a>§\nJane Doe, John Roe</a>',
    '<a>§\n12 comments</a>',
    '<a>§\nby Jane Doe</a>',
    '<a>§\nin ICML 2024</a>',
    '<a>§\nIn Proceedings of ICML</a>',
    '<a>§\nread more</a>',
    '<a>§\narxiv.org</a>',
    '<a>§\ngithub.com/jane/code</a>',
    '<a>Oral\n§</a>',
    '<a>Jane Doe\n§\nWe study a thing.</a>',
  ])('in %j', (markup) => {
    expect(isMention(long, around(markup))).toBe(true);
    expect(isMention(short, around(markup))).toBe(true);
  });
});

describe('a title before dots that lead to a page number is a mention', () => {
  it.each([
    '§ ........ 1',
    '§................... 17',
    '§ . . . . . . . 33',
    '§ …… 12',
    '§ ……………… xii',
    '§····12',
    '§ ・・・・・ 12',
    '§ ____________ 12',
    '§ .....\u0000 12',
    '§ ........ p. 12',
    '§ ........ S-3',
    '§ ................\nother',
  ])('in %j', (markup) => {
    expect(isMention(long, around(markup))).toBe(true);
    expect(isMention(short, around(markup))).toBe(true);
  });
});

describe('a title in a language of other letters is a mention', () => {
  const chinese = { isShort: false, hasCapitals: true, isLatin: false };
  it.each([
    ['<h>§</h>', true],
    ['<h>论文：§</h>', true],
    ['<h>基于图像的 §</h>', false],
    ['<h>§：一个综述</h>', false],
    ['<h>§ 的研究</h>', false],
  ])('in %s: %s', (markup, expected) => {
    expect(isMention(chinese, around(markup))).toBe(expected);
  });
});

describe('a short title is a mention where it stands alone', () => {
  it.each([
    '<a>§</a>',
    'We use <a>§</a> here.',
    '<h>§</h>',
    '<h>3. §</h>',
    '<h><span>Title:</span>§</h>',
    '<td>§</td>',
    '<td>§ [12]</td>',
    '<td>12</td><td>§</td>',
    '<cite>§</cite>',
    'We use <em>§</em> here.',
    '<a><em>§</em></a>',
    '<td><em>§</em> by Jane Doe</td>',
    '<a>§ (ECCV 2024)</a>',
    '<a>§ [PDF]</a>',
    '<a>§, 2024</a>',
    '<a>§ ICML 2024</a>',
    '<h>§ by Jane Doe</h>',
    '<td>§ PDF Code</td>',
    '<a>[Paper] §</a>',
    '<a>Paper: §.</a>',
    'We call it “§”.',
    'the so-called "§"',
    'In ihrem Aufsatz »§« zeigen sie es.',
    'De skrev ”§” förra året.',
    'Im Aufsatz ‚§‘ steht es.',
    'Voir ‹§› pour cela.',
    'dans « § » nous',
    '<h>论文解读：§</h>',
    '<h>§ 论文笔记</h>',
    '<a>Week 5: §</a>',
    '<a>§ May 28, 2024</a>',
    "A. Author. ``§.'' 2024",
    '@article{key, title = {{§}}, year = 2024}',
  ])('in %s', (markup) => {
    expect(isMention(short, around(markup))).toBe(true);
    expect(isMention(shortInOtherCase, around(markup))).toBe(true);
  });
});

describe('a short title is a mention where a citation has it with its own capitals', () => {
  it.each([
    '[3] A. Author and B. Author. §. In Proc. ICML, 2024.',
    '[3] A. Author and B. Author. §. In <em>ICML</em>, 2024.',
    'A. Author et al., §, 2024.',
    'Author et al. (2024). §.',
    '1. §. A. Author, B. Author.',
    '• §',
    '§',
    '§ (ICML 2024)',
    'Some line\n§\nA. Author',
  ])('in %j', (markup) => {
    expect(isMention(short, around(markup))).toBe(true);
    expect(isMention(shortInOtherCase, around(markup))).toBe(false);
  });
});

describe('a short title is no mention', () => {
  it.each([
    'We use § for this.',
    'We study §.',
    'We study §, which are new.',
    'It is a kind of § (see above).',
    '§ are new.',
    '<a>Read about § here</a>',
    '<a>Training § faster</a>',
    '<h>On §</h>',
    '<h>§ for Video</h>',
    '<h>§: A Survey</h>',
    '<td>§ and others</td>',
    '<em>the § of old</em>',
    'They say “we use § for this”.',
    '“§ in Speech Separation”',
    '@article{key, abstract = {We use §, which is new}, year = 2024}',
    '§…',
    '<a>§…</a>',
    '<td>§-based</td>',
  ])('in %s', (markup) => {
    expect(isMention(short, around(markup))).toBe(false);
    expect(isMention(shortInOtherCase, around(markup))).toBe(false);
  });
});
