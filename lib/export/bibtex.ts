/** Papers as BibTeX. */
import { addressesOf, type ExportedPaper, linesOf, onOneLine } from './exported-paper.ts';
import { literalToTex, titleToTex, toTex } from './tex.ts';

/** Papers as entries of a .bib file. They are `@misc`: nobody has said where they were published, by whom or when. */
export function writeBibtex(papers: readonly ExportedPaper[]): string {
  return papers.map(entryOf).join('\n');
}

function entryOf({ paper, entry, key }: ExportedPaper): string {
  const { title, abstract, known = {} } = paper;
  const { doi = '', arxiv = '' } = known;
  // A DOI has a field of its own, which styles make a link of.
  const [url = '', ...others] = addressesOf({ ...paper, known: { ...known, doi: '' } });
  const fields: [name: string, value: string][] = [
    ['title', titleToTex(onOneLine(title))],
    ['eprint', arxiv],
    ['archiveprefix', arxiv && 'arXiv'],
    ['doi', verbatim(doi)],
    ['url', verbatim(url)],
    // Not a field of any style: it stays with the entry, and is not printed.
    ['links', others.map((address) => `\\url{${verbatim(address).replace(/[%#]/g, '\\$&')}}`).join(' ')],
    ['abstract', toTex(onOneLine(abstract))],
    ['keywords', (entry?.tags ?? []).map(keyword).filter(Boolean).join(', ')],
    // Styles print `note`, and this one is the reader's own.
    [
      'annote',
      linesOf(entry?.note ?? '')
        .map(literalToTex)
        .join('\n\n'),
    ],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@misc{${key},\n${lines.join('')}}\n`;
}

/** Keywords are names to sort by: programs take them as they are, but for what parts them, groups text or begins a formula. */
function keyword(tag: string): string {
  return onOneLine(tag.replace(/[,{}\\$]/g, ' '));
}

/** Addresses are taken as they are; what would end or open a group in them is written as addresses write it. */
function verbatim(address: string): string {
  return address.replace(/[{}\\\s]/g, encodeURIComponent);
}
