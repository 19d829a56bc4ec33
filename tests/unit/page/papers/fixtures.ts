/** Pages as sites build them, written for the tests, each with the papers that are in it. */
import type { RecordContent } from '../../../../lib/core/model/record.ts';

/** A page, where it is, and what should be read of it, as far as it is given. */
export interface PageFixture {
  address: string;
  html: string;
  papers: Partial<RecordContent>[];
  kind: 'listing' | 'paper';
  volumeBib?: string;
}

const [ADA, EMMY] = [
  { family: 'Lovelace', given: 'Ada' },
  { family: 'Noether', given: 'Emmy' },
];
const TWO = [ADA, EMMY];
/** An abstract that is long enough to be taken for one. */
export const ABSTRACT =
  'We show that wide networks of attention learn sparse features of graphs, and that they do so without any labels, in less time and with a smaller number of examples than was thought to be possible so far.';

const escaped = (json: unknown): string => JSON.stringify(json).replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** What Hugging Face makes its list of. */
export function huggingFacePage(papers: { id: string; title: string }[], data = papers): string {
  const dailyPapers = data.map(({ id, title }) => ({
    title,
    paper: {
      id,
      title,
      summary: ABSTRACT.replace(' sparse', '\nsparse'),
      authors: [{ name: 'Ada Lovelace' }, { name: 'Emmy Noether' }, { name: 'Somebody Hidden', hidden: true }],
      publishedAt: '2024-06-03T17:00:00.000Z',
      githubRepo: 'https://github.com/ada/nets',
    },
  }));
  const cards = papers.map(
    ({ id, title }) => `<article class="relative"><a href="/papers/${id}" class="shadow"><img src="x.png"></a>
      <h3 class="mb-1"><a href="/papers/${id}" class="line-clamp-3">${title}</a></h3>
      <a href="/papers/${id}" class="flex"><ul><li>· 2 authors</li></ul></a><a href="/papers/${id}#community">5</a></article>`,
  );
  return `<html><head><title>Daily Papers - Hugging Face</title></head><body><main><h1>Daily Papers</h1>
    <div data-target="DailyPapers" data-props="${escaped({ dailyPapers })}"><a href="/papers/week/2024-W23">Weekly</a>${cards.join('')}</div></main></body></html>`;
}

const aclEntry = (id: string, title: string, abstract = ''): string =>
  `<p class="d-sm-flex align-items-stretch"><span class="d-block mr-2 list-button-row"><a class="badge badge-primary" href="https://aclanthology.org/${id}.pdf">pdf</a>
   <a class="badge badge-secondary" href="/${id}.bib">bib</a></span><span class="d-block"><strong><a class="align-middle" href="/${id}/">${title}</a></strong><br>
   <a href="/people/ada-lovelace/">Ada Lovelace</a> | <a href="/people/emmy-noether/">Emmy Noether</a></span></p>
   ${abstract && `<div class="card bg-light abstract-collapse collapse" id="abstract-${id.replaceAll('.', '--')}"><div class="card-body p-3 small">${abstract}</div></div>`}`;

const cvfEntry = (name: string, title: string, arxiv = ''): string =>
  `<dt class="ptitle"><br><a href="/content/CVPR2024/html/${name}_CVPR_2024_paper.html">${title}</a></dt>
   <dd><form class="authsearch"><input type="hidden" name="query_author" value="Ada Lovelace"><a href="#">Ada Lovelace</a>,</form>
   <form class="authsearch"><input type="hidden" name="query_author" value="Emmy Noether"><a href="#">Emmy Noether</a></form></dd>
   <dd>[<a href="/content/CVPR2024/papers/${name}.pdf">pdf</a>] ${arxiv && `[<a href="http://arxiv.org/abs/${arxiv}">arXiv</a>]`}
   <div class="link2">[<a class="fakelink">bibtex</a>]<div class="bibref pre-white-space">@InProceedings{L, author = {Lovelace, Ada}, title = {${title}},
   booktitle = {Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)}, month = {June}, year = {2024}, pages = {1-9}}</div></div></dd>`;

const note = (id: string, title: string, venue: string): string =>
  `<li><div class="note"><h4><a href="/forum?id=${id}">${title}</a> <a class="pdf-link" href="/pdf?id=${id}"><img src="pdf.svg"></a></h4>
   <div class="note-authors"><span><a href="/profile?id=~Ada_Lovelace1" title="~Ada_Lovelace1">Ada Lovelace</a>, <a href="/profile?id=~Emmy_Noether1">Emmy Noether</a></span></div>
   <ul class="note-meta-info list-inline"><li>Published: 16 Jan 2024, Last Modified: 05 Mar 2024</li><li>${venue}</li><li class="readers">Readers: Everyone</li></ul>
   <div class="collapse-widget"><a role="button">Show details</a></div></div></li>`;

const dblpEntry = (key: string, type: string, title: string, link: string): string =>
  `<li class="entry ${type} toc" id="${key}"><div class="box"><img alt=""></div><nav class="publ"><ul><li class="drop-down"><div class="head"><a href="${link}"><img></a></div>
   <div class="body"><a href="https://www.wikidata.org/entity/Q1">wikidata</a></div></li></ul></nav>
   <cite class="data tts-content" itemprop="headline"><span itemprop="author" itemscope><a href="https://dblp.org/pid/1"><span itemprop="name" title="Ada Lovelace 0001">Ada Lovelace 0001</span></a></span>,
   <span itemprop="author"><a><span itemprop="name">Emmy Noether</span></a></span>:<br> <span class="title" itemprop="name">${title}.</span>
   <a><span itemprop="isPartOf" itemscope><span itemprop="name">NeurIPS</span></span> <meta itemprop="datePublished" content="2024"></a></cite></li>`;

const scholarRow = (id: string, title: string): string =>
  `<div class="cl-paper-row serp-papers__paper-row" data-paper-id="${id}"><a data-test-id="title-link" href="/paper/Slug/${id}"><h2 class="cl-paper-title"><span>${title}</span></h2></a>
   <ul class="cl-paper-meta"><li><span class="cl-paper-authors"><span data-test-id="author-list"><a href="/author/1"><span>Ada Lovelace</span></a>, </span><span data-test-id="author-list"><a href="/author/2">Emmy Noether</a></span></span></li>
   <li><span class="cl-paper-venue">Neural Information Processing Systems</span></li><li><span class="cl-paper-pubdates">3 June 2024</span></li></ul>
   <div class="tldr-abstract-replacement text-truncator">TLDR A machine says that ${ABSTRACT}</div></div>`;

const NEURIPS = 'Advances in Neural Information Processing Systems';
const ID = 'a'.repeat(40);

/** The pages, by the kind of site. */
export const fixtures: Record<string, PageFixture> = {
  huggingFace: {
    address: 'https://huggingface.co/papers?date=2024-06-04',
    kind: 'listing',
    html: huggingFacePage([
      { id: '2406.01234', title: 'Wide Nets of Attention' },
      { id: '2406.01235', title: 'Deep Nets' },
    ]),
    papers: [
      {
        title: 'Wide Nets of Attention',
        authors: TWO,
        abstract: ABSTRACT,
        year: 2024,
        ids: { arxiv: '2406.01234' },
        codeLinks: ['https://github.com/ada/nets'],
      },
      { title: 'Deep Nets', ids: { arxiv: '2406.01235' } },
    ],
  },
  openReview: {
    address: 'https://openreview.net/group?id=ICLR.cc/2024/Conference',
    kind: 'listing',
    html: `<div id="header"><h1>ICLR 2024</h1></div><ul class="list-unstyled submissions-list">${note('abcDEF1234', 'Wide Nets of Attention', 'ICLR 2024 poster')}${note('abcDEF1235', 'Deep Nets', 'Submitted to ICLR 2024')}</ul>`,
    papers: [
      {
        title: 'Wide Nets of Attention',
        authors: TWO,
        year: 2024,
        venue: 'ICLR 2024 poster',
        ids: { openreview: 'abcDEF1234' },
      },
      { title: 'Deep Nets', year: 2024, venue: undefined as never, ids: { openreview: 'abcDEF1235' } },
    ],
  },
  aclAnthology: {
    address: 'https://aclanthology.org/volumes/2024.acl-long/',
    kind: 'listing',
    html: `<h2 id="title"><a href="/events/acl-2024">Proceedings of ACL 2024</a></h2><a class="badge" href="/volumes/2024.acl-long.bib">BibTeX</a>
      ${aclEntry('2024.acl-long.0', 'Proceedings of the 62nd Annual Meeting')}${aclEntry('2024.acl-long.1', 'Wide <span class="acl-fixed-case">N</span>ets of Attention', ABSTRACT)}${aclEntry('2024.acl-long.2', 'Deep Nets')}`,
    volumeBib: 'https://aclanthology.org/volumes/2024.acl-long.bib',
    papers: [
      {
        title: 'Wide Nets of Attention',
        authors: TWO,
        abstract: ABSTRACT,
        year: 2024,
        venue: 'Proceedings of ACL 2024',
        ids: { acl: '2024.acl-long.1' },
      },
      { title: 'Deep Nets', ids: { acl: '2024.acl-long.2' } },
    ],
  },
  pmlr: {
    address: 'https://proceedings.mlr.press/v286/',
    kind: 'listing',
    html: `<h2>Volume 286: Some Conference, 21-25 July 2025, Rio</h2><p>[<a href="./assets/bib/bibliography.bib">bib</a>]</p>
      <div class="paper"><p class="title">Wide Nets of Attention</p><p class="details"><span class="authors">Ada Lovelace,&nbsp;Emmy Noether</span>;
      <span class="info"><i>Proceedings of Some Conference</i>, PMLR 286:1-30</span></p><p class="links">[<a href="https://proceedings.mlr.press/v286/lovelace25a.html">abs</a>]
      [<a href="https://raw.githubusercontent.com/x/lovelace25a.pdf">Download PDF</a>][<a href="https://openreview.net/forum?id=abcDEF1234">OpenReview</a>]</p></div>`,
    volumeBib: 'https://proceedings.mlr.press/v286/assets/bib/bibliography.bib',
    papers: [
      {
        title: 'Wide Nets of Attention',
        authors: TWO,
        year: 2025,
        venue: 'Proceedings of Some Conference',
        ids: { openreview: 'abcDEF1234' },
      },
    ],
  },
  cvf: {
    address: 'https://openaccess.thecvf.com/CVPR2024?day=all',
    kind: 'listing',
    html: `<dl><dd><a href="/CVPR2024">Back</a></dd>${cvfEntry('Lovelace_Wide', 'Wide Nets of Attention', '2406.01234v2')}${cvfEntry('Noether_Deep', 'Deep Nets')}</dl>`,
    papers: [
      { title: 'Wide Nets of Attention', authors: TWO, year: 2024, type: 'conference', ids: { arxiv: '2406.01234' } },
      { title: 'Deep Nets', authors: TWO, year: 2024 },
    ],
  },
  ecva: {
    address: 'https://www.ecva.net/papers.php',
    kind: 'listing',
    html: `<dl><dt class="ptitle"><br><a href=papers/eccv_2024/papers_ECCV/html/4_ECCV_2024_paper.php>Wide Nets of Attention</a></dt>
      <dd>Ada Lovelace*, Emmy Noether</dd><dd>[<a href='papers/eccv_2024/papers_ECCV/papers/00004.pdf'>pdf</a>]</dd></dl>`,
    papers: [{ title: 'Wide Nets of Attention', authors: TWO, year: 2024 }],
  },
  neurips: {
    address: 'https://papers.nips.cc/paper_files/paper/2024',
    kind: 'listing',
    html: `<h4>Advances (NeurIPS 2024)</h4><ul class="paper-list"><li class="conference" data-track="conference"><div class="paper-content">
      <a title="paper title" href="/paper_files/paper/2024/hash/00ab-Abstract-Conference.html">Wide Nets of Attention</a><span class="paper-authors">Ada Lovelace, Emmy Noether</span></div></li></ul>
      <ul><li class="none"><a href="/paper_files/paper/2024/hash/00ac-Abstract.html">Deep Nets</a> <i>Ada Lovelace, Emmy Noether</i></li></ul>`,
    papers: [
      { title: 'Wide Nets of Attention', authors: TWO, year: 2024, venue: NEURIPS },
      { title: 'Deep Nets', authors: TWO },
    ],
  },
  virtual: {
    address: 'https://iclr.cc/virtual/2024/events/oral',
    kind: 'listing',
    html: `<div class="displaycards touchup-date" id="event-1"><div class="virtual-card"><a class="small-title text-underline-hover" href="/virtual/2024/oral/1">Wide Nets of Attention\u200b</a></div>
      <div class="author-str">Ada Lovelace · Emmy Noether</div><div class="abstract-section"><div class="abstract-display"><p>${ABSTRACT}</p></div></div></div>`,
    papers: [{ title: 'Wide Nets of Attention', authors: TWO, abstract: ABSTRACT, year: 2024, venue: 'ICLR 2024' }],
  },
  virtualList: {
    address: 'https://neurips.cc/virtual/2024/papers.html',
    kind: 'listing',
    html: '<nav><a href="/virtual/2024/index.html">Home</a></nav><ul><li><a href="/virtual/2024/poster/7">Wide Nets of Attention</a></li><li><a href="/virtual/2024/poster/8">Deep Nets</a></li></ul>',
    papers: [{ title: 'Wide Nets of Attention', venue: 'NeurIPS 2024' }, { title: 'Deep Nets' }],
  },
  semanticScholar: {
    address: 'https://www.semanticscholar.org/search?q=wide%20nets',
    kind: 'listing',
    html: scholarRow(ID, 'Wide <em>Nets</em> of Attention'),
    papers: [
      {
        title: 'Wide Nets of Attention',
        authors: TWO,
        year: 2024,
        abstract: undefined as never,
        venue: 'Neural Information Processing Systems',
      },
    ],
  },
  dblp: {
    address: 'https://dblp.org/pid/12/345.html',
    kind: 'listing',
    html: `<ul class="publ-list"><li class="year">2024</li>${dblpEntry('conf/nips/2024', 'editor', 'Proceedings of Everything', 'https://x.org')}
      ${dblpEntry('conf/nips/LovelaceN24', 'inproceedings', 'Wide Nets of Attention', 'https://doi.org/10.1145/ABC.1')}
      ${dblpEntry('journals/corr/abs-2406-01235', 'informal', 'Deep Nets', 'https://doi.org/10.48550/arXiv.2406.01235')}</ul>`,
    papers: [
      {
        title: 'Wide Nets of Attention',
        authors: TWO,
        year: 2024,
        venue: 'NeurIPS',
        type: 'conference',
        ids: { doi: '10.1145/abc.1' },
      },
      { title: 'Deep Nets', authors: TWO, type: 'preprint', ids: { arxiv: '2406.01235' } },
    ],
  },
  papersCool: {
    address: 'https://papers.cool/arxiv/cs.LG',
    kind: 'listing',
    html: `<div id="2406.01234" class="panel paper"><h2 class="title"><a href="https://arxiv.org/abs/2406.01234"><span class="index">#1</span></a>
      <a id="title-2406.01234" class="title-link" href="/arxiv/2406.01234">Wide <mark>Nets</mark> of Attention</a></h2>
      <p class="metainfo authors"><strong>Authors</strong>: <a class="author notranslate">Ada Lovelace</a>, <a class="author">Emmy Noether</a></p><p class="summary">${ABSTRACT}</p>
      <p class="metainfo date"><span class="date-data">2024-06-03</span></p></div>`,
    papers: [
      { title: 'Wide Nets of Attention', authors: TWO, abstract: ABSTRACT, year: 2024, ids: { arxiv: '2406.01234' } },
    ],
  },
  arxivSanity: {
    address: 'https://arxiv-sanity-lite.com/?rank=time',
    kind: 'listing',
    html: `<div id="wrap"><div class="rel_paper"><div class="rel_title"><a href="http://arxiv.org/abs/2406.01234">Wide Nets of Attention</a></div>
      <div class="rel_authors">Ada Lovelace, Emmy Noether</div><div class="rel_time">Jun 03 2024</div><div class="rel_abs">${ABSTRACT}</div></div></div>`,
    papers: [
      { title: 'Wide Nets of Attention', authors: TWO, abstract: ABSTRACT, year: 2024, ids: { arxiv: '2406.01234' } },
    ],
  },
  googleScholar: {
    address: 'https://scholar.google.com/scholar?q=nets',
    kind: 'listing',
    html: `<div class="gs_r"><div class="gs_ri"><h3 class="gs_rt"><span class="gs_ctc"><span class="gs_ct1">[PDF]</span></span> <a href="https://dl.acm.org/doi/10.1145/ABC.1">Wide Nets of Attention</a></h3>
      <div class="gs_a"><a href="/citations?user=x">A Lovelace</a>, E Noether… - Journal of Nets, 2024 - dl.acm.org</div><div class="gs_rs">We show …</div></div></div>`,
    papers: [{ title: 'Wide Nets of Attention', year: 2024, venue: 'Journal of Nets', ids: { doi: '10.1145/abc.1' } }],
  },
  cvfPaper: {
    address: 'https://openaccess.thecvf.com/content/CVPR2024/html/Lovelace_Wide_CVPR_2024_paper.html',
    kind: 'paper',
    html: `<div id="papertitle">Wide Nets of Attention</div><div id="authors"><br><b><i>Ada Lovelace, Emmy Noether</i></b>; Proceedings, 2024, pp. 1-9</div>
      <div id="abstract">${ABSTRACT}</div>`,
    papers: [{ title: 'Wide Nets of Attention', authors: TWO, abstract: ABSTRACT, year: 2024 }],
  },
  openReviewForum: {
    address: 'https://openreview.net/forum?id=abcDEF1234',
    kind: 'paper',
    html: `<div class="forum-note"><div class="forum-title"><h2 class="citation_title">Wide Nets of Attention</h2></div><div class="forum-authors"><h3><a>Ada Lovelace</a>, <a>Emmy Noether</a></h3></div>
      <div class="note-content"><div><strong class="note-content-field">Abstract:</strong> <div class="note-content-value markdown-rendered"><p>${ABSTRACT}</p></div></div></div></div>`,
    papers: [{ title: 'Wide Nets of Attention', authors: TWO, abstract: ABSTRACT, ids: { openreview: 'abcDEF1234' } }],
  },
  huggingFacePaper: {
    address: 'https://huggingface.co/papers/2406.01234',
    kind: 'paper',
    html: `<main><section><h1>Wide Nets of Attention</h1><div><h2>Abstract</h2><div><p>AI-generated summary</p><p>A machine says that ${ABSTRACT}</p></div><p>${ABSTRACT}</p></div></section></main>`,
    papers: [{ title: 'Wide Nets of Attention', abstract: ABSTRACT, year: 2024, ids: { arxiv: '2406.01234' } }],
  },
  papersCoolPaper: {
    address: 'https://papers.cool/arxiv/2406.01234',
    kind: 'paper',
    html: `<div id="2406.01234" class="panel paper"><h2 class="title"><a class="title-link" href="/arxiv/2406.01234">Wide Nets of Attention</a></h2><p class="summary">${ABSTRACT}</p></div>`,
    papers: [{ title: 'Wide Nets of Attention', abstract: ABSTRACT, ids: { arxiv: '2406.01234' } }],
  },
};
