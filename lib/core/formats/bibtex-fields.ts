/**
 * The fields of an entry of BibTeX: what they say as plain text, in whichever of several fields a
 * program puts it.
 */
import type { BibtexValue } from './bibtex-scanner.ts';
import { limits, type ReaderData } from './format-reader.ts';
import { cleanText, textOfHtml } from './html-text.ts';
import { authorsOf } from './people.ts';
import { textOfTex } from './tex-text.ts';

/** Characters of the longest place that a free field has. */
const LONGEST_PLACE = 200;

/** The fields of an entry as plain text. */
export class BibtexFields {
  private readonly fields: ReadonlyMap<string, BibtexValue>;
  private readonly textOf: (value: BibtexValue) => string;

  constructor(fields: ReadonlyMap<string, BibtexValue>, textOf: (value: BibtexValue) => string) {
    this.fields = fields;
    this.textOf = textOf;
  }

  /** A field as it is written. */
  written(name: string): string {
    return this.textOf(this.fields.get(name) ?? []);
  }

  /** A field as plain text on one line. */
  plain(name: string): string {
    return plainText(this.written(name).slice(0, limits.field));
  }

  /** The first of several fields that is not empty. */
  first(...names: string[]): string {
    return names.map((name) => this.plain(name)).find((text) => text !== '') ?? '';
  }

  /** Title and subtitle. */
  title(): string {
    const [title, subtitle] = [this.plain('title'), this.plain('subtitle')];
    if (title === '' || subtitle === '') return title;
    return /[:?!.]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
  }

  /** Addresses have nothing of TeX in them but escapes. */
  address(name: string): string {
    return cleanText(
      this.written(name)
        .slice(0, limits.field)
        .replace(/\\(?:url|href)(?=\{)/g, ' ')
        .replace(/\\([%#&_{}~])/g, '$1'),
    );
  }

  /** Addresses in several fields, in their order. */
  addresses(...names: string[]): string[] {
    return names
      .flatMap((name) => this.address(name).match(/https?:\/\/[^\s{}]+/g) ?? [])
      .map((address) => address.replace(/[,;]$/, ''));
  }

  /**
   * Where something appeared that has no other field for it; many say there when they looked at a
   * page.
   */
  publishedHow(): string {
    const how = this.plain('howpublished');
    return how.length > LONGEST_PLACE || /:\/\/|\bwww\.|\b(?:accessed|available|retrieved|online)\b/i.test(how)
      ? ''
      : how;
  }

  /** Names of people. They are parted by "and", where it is not in braces. */
  people(name: string): ReturnType<typeof authorsOf> {
    const names: string[] = [];
    let [depth, from] = [0, 0];
    const written = this.written(name).slice(0, limits.field);
    for (const sign of written.matchAll(/[{}]|\s+and(?=\s)/gi)) {
      if (sign[0] === '{') depth++;
      else if (sign[0] === '}') depth--;
      else if (depth === 0) {
        names.push(written.slice(from, sign.index));
        from = sign.index + sign[0].length;
      }
    }
    // A name that is wholly in braces is that of an organisation, whatever commas and blanks it
    // has.
    return [...names, written.slice(from)]
      .slice(0, limits.authors)
      .flatMap((one) => (isInBraces(one.trim()) ? [{ family: plainText(one) }] : authorsOf([plainText(one)])))
      .filter(({ family }) => family !== '');
  }

  /** What may be a number of arXiv. */
  arxiv(): string {
    const kind = `${this.plain('archiveprefix')} ${this.plain('eprinttype')}`;
    const eprint = this.plain('eprint');
    if (eprint !== '' && (/arxiv/i.test(kind) || kind.trim() === '')) return eprint;
    const said = [this.plain('arxivid'), this.plain('number'), this.plain('journal'), this.plain('note').slice(0, 300)];
    return (
      said.find((text) =>
        /arxiv[.: /]*\d{4}\.\d{4,5}|^\d{4}\.\d{4,5}(?:v\d+)?$|arxiv[: ]*[a-z-]+\/\d{7}/i.test(text),
      ) ?? ''
    );
  }

  /** What the reader of another program has made of it: notes, and JabRef's status. */
  own(): ReaderData {
    const paragraphs = ['annote', 'annotation', 'review', 'comment'].flatMap((name) => {
      const note = this.written(name)
        .slice(0, limits.field)
        .split(/\n\s*\n/)
        .map(plainText)
        .filter(Boolean)
        .join('\n\n');
      return note === '' ? [] : [note];
    });
    const status = this.plain('readstatus').toLowerCase();
    const statuses = { read: 'read', skimmed: 'reading' } as const;
    const tags = this.plain('tags')
      .split(/\s*[,;]\s*/)
      .filter(Boolean);
    return {
      ...(paragraphs.length > 0 && { note: paragraphs.join('\n\n') }),
      ...(tags.length > 0 && { tags }),
      ...(status in statuses && { status: statuses[status as keyof typeof statuses] }),
    };
  }
}

/** Whether one pair of braces holds the whole text. */
function isInBraces(text: string): boolean {
  if (!text.startsWith('{') || !text.endsWith('}')) return false;
  let depth = 0;
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth === 0) return index === text.length - 1;
  }
  return false;
}

function plainText(tex: string): string {
  return cleanText(textOfHtml(textOfTex(tex)));
}
