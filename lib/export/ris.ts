/** Papers as RIS: https://en.wikipedia.org/wiki/RIS_(file_format), after the specification of Research Information Systems. */
import { addressesOf, type ExportedPaper, linesOf, onOneLine } from './exported-paper.ts';

/** Papers as references of a .ris file. They are of the type GEN: nobody has said where they were published. */
export function writeRis(papers: readonly ExportedPaper[]): string {
  return papers.map(referenceOf).join('\r\n');
}

function referenceOf({ paper, entry, key }: ExportedPaper): string {
  const { arxiv, doi } = paper.known ?? {};
  const fields: [tag: string, values: string[]][] = [
    ['TY', ['GEN']],
    ['ID', [key]],
    ['TI', [paper.title]],
    ['AB', [paper.abstract]],
    ['DO', doi ? [doi] : []],
    ['AN', arxiv ? [`arXiv:${arxiv}`] : []],
    ['UR', addressesOf(paper)],
    ['KW', entry?.tags ?? []],
    // A reference is a matter of lines: those of a note are fields of their own.
    ['N1', linesOf(entry?.note ?? '')],
  ];
  const lines = fields.flatMap(([tag, values]) =>
    values
      .map(onOneLine)
      .filter(Boolean)
      .map((value) => `${tag}  - ${value}\r\n`),
  );
  return `${lines.join('')}ER  - \r\n`;
}
