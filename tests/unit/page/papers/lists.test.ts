import { describe, expect, it } from 'vitest';
import { documentOf, rangeOver, read, readPage, titlesIn } from './document-of.ts';

const README = 'https://github.com/someone/awesome-nets';
const readme = (...items: string[]): string => `<article class="markdown-body">${items.join('\n')}</article>`;
const arxiv = (n: number, text = 'arXiv'): string => `<a href="https://arxiv.org/abs/2406.0000${n}">${text}</a>`;
/** Enough others to make a list. */
const others = [7, 8, 9].map((n) => `<li>${arxiv(n, `Paper of Number ${n}`)}</li>`);
const withOthers = (item: string): string => readme(`<ul>${item}${others.join('')}</ul>`);

describe('an item of a list on GitHub', () => {
  it.each([
    ['is a link', `<li>${arxiv(1, 'Wide Nets of Attention')} [<a href="https://github.com/x/y">code</a>]</li>`],
    [
      'has its title in bold',
      `<li><strong>Wide Nets of Attention</strong>, Ada Lovelace et al., NeurIPS 2024. [${arxiv(1, 'paper')}]</li>`,
    ],
    ['has its title in italics', `<li>[ICLR] <em>Wide Nets of Attention</em>. ${arxiv(1, 'pdf')}</li>`],
    ['has its title in quotes', `<li>Lovelace, “Wide Nets of Attention,” ICLR 2024 ${arxiv(1, '[paper]')}</li>`],
    ['has its title after its venue', `<li><strong>[ICLR]</strong> Wide Nets of Attention. ${arxiv(1, 'Paper')}</li>`],
    ['has its title before a bracket', `<li>Wide Nets of Attention [${arxiv(1, 'Paper')}]</li>`],
    [
      'has a link to its code first',
      `<li><a href="https://github.com/x/y">Code</a> <b>Wide Nets of Attention</b> ${arxiv(1)}</li>`,
    ],
    [
      'has a line of links below',
      `<li><p>Wide Nets of Attention (<a href="https://x.github.io/">Project Page</a>, ${arxiv(1)})</p></li>`,
    ],
  ])('%s', (_shape, item) => {
    const { papers } = read(README, withOthers(item));
    expect(papers).toHaveLength(4);
    expect(papers[0]).toMatchObject({ title: 'Wide Nets of Attention', ids: { arxiv: '2406.00001' }, year: 2024 });
  });

  it('has its title in the paragraph above its links', () => {
    const entries = [1, 2, 3].map(
      (n) =>
        `<p><strong>Paper of Number ${n}</strong></p><ul><li>Paper: ${arxiv(n, `https://arxiv.org/abs/2406.0000${n}`)}</li><li>Code: soon</li></ul>`,
    );
    expect(titlesIn(README, readme('<h1>Nets of Attention and Memory</h1>', ...entries))).toEqual([
      'Paper of Number 1',
      'Paper of Number 2',
      'Paper of Number 3',
    ]);
  });

  it.each([
    ['of people', `<li>Ada Lovelace, Emmy Noether. Wide Nets of Attention. ICLR, 2024. [${arxiv(1, 'paper')}]</li>`],
    ['of a venue', `<li><em>Advances in Neural Information Processing Systems</em> ${arxiv(1)}</li>`],
    ['with a year in it', `<li>Wide Nets of Attention, ICLR 2024 [${arxiv(1, 'paper')}]</li>`],
    [
      'that goes on into a description',
      `<table><tr><td>1) <b>Nets</b> are wide, and we show how wide they are.</td><td>${arxiv(1, 'paper')}</td></tr></table>`,
    ],
    ['that is no title', `<li><strong>Nets</strong> ${arxiv(1, 'arXiv preprint')}</li>`],
  ])('is refused with a text %s before its link', (_what, item) => {
    const { papers, refusals } = read(README, withOthers(item));
    expect(papers).toHaveLength(3);
    expect(refusals).toMatchObject([{ reason: 'no-title-of-its-own' }]);
    expect(refusals[0]?.text.length).toBeLessThanOrEqual(80);
  });
});

it('takes titles from the column of a GitHub table that has most of them', () => {
  const row = (title: string, link: string): string =>
    `<tr><td>2024</td><td>${title}</td><td>${link && `<a href="${link}"><img alt="pdf"></a> <a href="https://openaccess.thecvf.com/content/CVPR2024/papers/${title.length}_paper.pdf">pdf</a>`}</td></tr>`;
  const { papers } = read(
    README,
    readme(
      `<table><thead><tr><th>Year</th><th>Title</th><th>Paper</th></tr></thead><tbody>
       ${row('Wide Nets of Attention', 'https://arxiv.org/abs/2406.00001')}${row('Deep Nets in the Wild', 'https://arxiv.org/abs/2406.00002')}
       ${row('Narrow Nets of Memory', 'https://arxiv.org/abs/2406.00003')}${row('Netmorphosis', 'https://arxiv.org/abs/2406.00004')}${row('Nets without a Link', '')}</tbody></table>`,
    ),
  );
  expect(papers.map(({ title, ids }) => [title, ids?.arxiv])).toEqual([
    ['Wide Nets of Attention', '2406.00001'],
    ['Deep Nets in the Wild', '2406.00002'],
    ['Narrow Nets of Memory', '2406.00003'],
    ['Netmorphosis', '2406.00004'],
    ['Nets without a Link', undefined],
  ]);
});

it('reads no list from a GitHub page that is not a file', () => {
  expect(read(`${README}/issues/1`, withOthers('')).kind).toBe('none');
  expect(read(README, readme(`<p>Code of ${arxiv(1, 'Wide Nets of Attention')}</p>`)).kind).toBe('none');
});

const SITE = 'https://conference.example/';
const talk = (title: string, people: string, link = 'papers/1.pdf'): string =>
  `<div class="talk"><h5>09:25 <a href="${link}">${title}</a></h5><p>${people}</p></div>`;

describe('a page without a selection', () => {
  const talks = [
    talk('Wide Nets of Attention', 'Ada Lovelace &amp; Emmy Noether'),
    talk('Childhood Retrieved', 'Seán Ó Riada', 'papers/2.pdf'),
    talk('Deep Nets in the Wild', 'Ludwig van Beethoven, Przemysław Żywiczyński', 'papers/3.pdf'),
    talk('Narrow Nets of Memory', 'Emmy Noether', 'papers/4.pdf'),
  ];

  it('is a list if its entries name people and link to papers', () => {
    const { kind, papers } = read(
      SITE,
      `<nav><a href="papers/all.html">All of our Papers</a></nav>${talks.join('')}<div class="talk"><h5>13:00 Lunch</h5></div>`,
    );
    expect(kind).toBe('listing');
    expect(papers.map(({ title, authors }) => [title, authors?.length])).toEqual([
      ['Wide Nets of Attention', 2],
      ['Childhood Retrieved', 1],
      ['Deep Nets in the Wild', 2],
      ['Narrow Nets of Memory', 1],
    ]);
  });

  it('is not a list if it is an article that cites papers', () => {
    const article = `<p>${'Nets are wide, and they are deep, as everybody knows. '.repeat(40)}</p>`;
    const sources = [1, 2, 3, 4]
      .map((n) => `<li>Lovelace et al. ${arxiv(n, `Paper of Number ${n}`)}, 2024.</li>`)
      .join('');
    expect(read(SITE, `<main><h1>On Nets</h1>${article}<ol>${sources}</ol></main>`).kind).toBe('none');
    expect(read(SITE, `<main><h1>On Nets</h1><ol class="references">${sources}</ol></main>`).kind).toBe('none');
  });

  it('is not a list if it has news with bylines', () => {
    const news = [1, 2, 3, 4].map(
      (n) =>
        `<article><h2><a href="/2024/story-${n}">Nets Are Wide, Says Report ${n}</a></h2><p>Ada Lovelace</p></article>`,
    );
    expect(read(SITE, news.join('')).kind).toBe('none');
  });

  it("has the title's own link before others that stand beside it", () => {
    const entry = (n: number): string =>
      `<li>${arxiv(n, `Paper of Number ${n}`)}<p>Ada Lovelace, Emmy Noether</p><p>Companion: ${arxiv(9)}</p></li>`;
    const { papers } = read(SITE, `<ul>${[1, 2, 3].map(entry).join('')}</ul>`);
    expect(papers.map(({ ids }) => ids?.arxiv)).toEqual(['2406.00001', '2406.00002', '2406.00003']);
  });
});

describe('a selection', () => {
  const page = `<main><h1>On Nets</h1><p>${'Nets are wide. '.repeat(100)}</p><ol class="references">
    <li>${arxiv(1, 'Wide Nets of Attention')}</li><li>${arxiv(2, 'Deep Nets in the Wild')}</li><li>${arxiv(3, 'Narrow Nets of Memory')}</li></ol></main>`;
  const selected = (select: (document: Document) => AbstractRange[]): string[] => {
    const document = documentOf(page);
    return readPage(document, SITE, select(document)).papers.map(({ title }) => title);
  };
  const at = (document: Document, selector: string): Element => document.querySelector(selector) as Element;

  it('is read as a list, however few its entries', () => {
    expect(selected((document) => [rangeOver(at(document, 'li:nth-child(2)'))])).toEqual(['Deep Nets in the Wild']);
  });

  it('may consist of several ranges', () => {
    expect(selected((document) => [rangeOver(at(document, 'li')), rangeOver(at(document, 'li:nth-child(3)'))])).toEqual(
      ['Wide Nets of Attention', 'Narrow Nets of Memory'],
    );
  });

  it('does not include an element that its end only touches', () => {
    const ofText = (document: Document): AbstractRange[] => {
      const [, second, third] = document.querySelectorAll('li a');
      const [startContainer, endContainer] = [second?.firstChild as Node, third?.firstChild as Node];
      return [{ collapsed: false, startContainer, startOffset: 3, endContainer, endOffset: 0 }];
    };
    expect(selected(ofText)).toEqual(['Deep Nets in the Wild']);
  });

  it('gives no papers if it has none, and those of the whole page if it is empty', () => {
    expect(selected((document) => [rangeOver(at(document, 'p'))])).toEqual([]);
    expect(selected((document) => [rangeOver(at(document, 'h1'), 1, 1)])).toEqual([]);
  });
});

it('reads OpenURLs of several papers as a list', () => {
  const cited = ['Wide Nets of Attention', 'Deep Nets in the Wild'].map(
    (title) =>
      `<p><span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft_val_fmt=info:ofi/fmt:kev:mtx:journal&amp;rft.atitle=${title.replaceAll(' ', '+')}&amp;rft.aulast=Lovelace&amp;rft.aufirst=Ada&amp;rft.date=2024&amp;rft_id=info:doi/10.1145/${title.length}"></span>${title}</p>`,
  );
  const { kind, papers } = read(SITE, cited.join(''));
  expect(kind).toBe('listing');
  expect(papers).toMatchObject([
    {
      title: 'Wide Nets of Attention',
      authors: [{ family: 'Lovelace', given: 'Ada' }],
      year: 2024,
      ids: { doi: '10.1145/22' },
    },
    { title: 'Deep Nets in the Wild' },
  ]);
});

it('reads OpenURLs in the references of an article only if they are selected', () => {
  const cited = [1, 2].map(
    (n) =>
      `<li><span class="reference-text"><cite>Paper of Number ${n}</cite><span class="Z3988" title="rft.atitle=Paper+of+Number+${n}"></span></span></li>`,
  );
  const document = documentOf(`<p>${'Nets are wide. '.repeat(100)}</p><ol class="references">${cited.join('')}</ol>`);
  expect(readPage(document, SITE).kind).toBe('none');
  const selection = [...document.querySelectorAll('li')].map((item) => rangeOver(item));
  expect(readPage(document, SITE, selection).papers).toHaveLength(2);
});

it('takes titles from the terms of a definition list', () => {
  const entry = (n: number): string =>
    `<dl><dt>Paper of Number ${n}</dt><dd><b><i>Ada Lovelace, Emmy Noether</i></b>; (${n}):1&minus;30, 2024. <br>[<a href="/papers/v25/24-000${n}.html">abs</a>][<a href="/papers/volume25/24-000${n}/24-000${n}.pdf">pdf</a>]</dd></dl>`;
  const { papers } = read('https://jmlr.org/papers/v25/', [1, 2, 3].map(entry).join(''));
  expect(papers).toHaveLength(3);
  expect(papers[0]).toMatchObject({
    title: 'Paper of Number 1',
    authors: [{ family: 'Lovelace' }, { family: 'Noether' }],
    year: 2024,
  });
});

it('finds no papers on a page about something else', () => {
  expect(
    titlesIn(SITE, '<h1>A Shop</h1><ul><li><a href="/dp/1">A Novel of Many Words</a> by Ada Lovelace</li></ul>'),
  ).toEqual([]);
  expect(read(SITE, '')).toEqual({ kind: 'none', name: '', papers: [], refusals: [], isUnreadable: false });
});
