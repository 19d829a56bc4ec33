/** The fields of a BibTeX entry as plain text, from whichever field a program puts them in. */
import type { BibtexValue } from './bibtex-scanner.ts';
import { limits, type ReaderData } from './format-reader.ts';
import { cleanText, textOfHtml } from './html-text.ts';
import { authorsOf } from './people.ts';
import { textOfTex } from './tex-text.ts';

/** Characters of the longest `howpublished` that counts as a venue. */
const MAX_VENUE_LENGTH = 200;

/** The fields of an entry as plain text. */
export class BibtexFields {
  private readonly fields: ReadonlyMap<string, BibtexValue>;
  private readonly textOf: (value: BibtexValue) => string;

  constructor(fields: ReadonlyMap<string, BibtexValue>, textOf: (value: BibtexValue) => string) {
    this.fields = fields;
    this.textOf = textOf;
  }

  /** A field as written. */
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

  /** Addresses contain no TeX but escapes. */
  address(name: string): string {
    return cleanText(
      this.written(name)
        .slice(0, limits.field)
        .replace(/\\(?:url|href)(?=\{)/g, ' ')
        .replace(/\\([%#&_{}~])/g, '$1'),
    );
  }

  /** The addresses in several fields, in order. */
  addresses(...names: string[]): string[] {
    return names
      .flatMap((name) => this.address(name).match(/https?:\/\/[^\s{}]+/g) ?? [])
      .map((address) => address.replace(/[,;]$/, ''));
  }

  /**
   * The venue in `howpublished`, for entries that have no other field for it. Many note there when
   * they visited a page, which is none.
   */
  venueInHowpublished(): string {
    const how = this.plain('howpublished');
    return how.length > MAX_VENUE_LENGTH || /:\/\/|\bwww\.|\b(?:accessed|available|retrieved|online)\b/i.test(how)
      ? ''
      : how;
  }

  /** People's names, separated by "and" outside braces. */
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
    // A name wholly in braces is an organisation's, whatever commas and spaces it has.
    return [...names, written.slice(from)]
      .slice(0, limits.authors)
      .flatMap((one) => (isInBraces(one.trim()) ? [{ family: plainText(one) }] : authorsOf([plainText(one)])))
      .filter(({ family }) => family !== '');
  }

  /** Text that may contain an arXiv id. */
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

  /** What the user of another program made of the paper: notes, and JabRef's status. */
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
