/** What an import says to the reader. */
import type { Difference } from '../../lib/core/import/differences.ts';
import type { Preview, PreviewFile } from '../../lib/import/protocol.ts';
import type { FileProblem } from '../../lib/import/read-file.ts';
import { count } from '../ui/sentences.ts';

const problems: Record<FileProblem, string> = {
  empty: 'is empty.',
  'too-large': 'is larger than 500 MB. Split it, or export a part of the library.',
  'not-text': 'is not a text file. Export the library as BibTeX, RIS, CSL-JSON or CSV.',
  html: 'is a web page in which no papers can be read. Open the page and add its papers there, or copy its text and paste it here.',
  'unknown-format': 'is in none of the formats that can be read: digest text, BibTeX, RIS, CSL-JSON, CSV, PaperMemory.',
};

/** Why nothing of a file can be read. */
export function whyUnreadable({ name, problem }: PreviewFile): string {
  return problem ? `${name} ${problems[problem]}` : '';
}

/**
 * "312 papers: 271 new · 38 you have (12 gain an abstract or a link) · 2 doubtful · 1 not
 * readable".
 */
export function summaryOf({ counts, gaining, untitled, cut, skipped }: Preview): string {
  const parts = [
    `${counts.new.toLocaleString('en')} new`,
    ...(counts.have > 0
      ? [
          `${counts.have.toLocaleString('en')} you have${gaining > 0 ? ` (${gaining.toLocaleString('en')} ${gaining === 1 ? 'gains' : 'gain'} an abstract or a link)` : ''}`,
        ]
      : []),
    ...(counts.doubtful > 0 ? [`${counts.doubtful.toLocaleString('en')} doubtful`] : []),
    ...(counts.unreadable > 0 ? [`${counts.unreadable.toLocaleString('en')} not readable`] : []),
    ...(untitled > 0 ? [`${untitled.toLocaleString('en')} without a title, left out`] : []),
    ...(cut > 0 ? [`${cut.toLocaleString('en')} with a field of more than 100,000 characters, cut there`] : []),
    ...(skipped > 0 ? [`${count(skipped, 'line')} of no paper, left out`] : []),
  ];
  return `${count(counts.new + counts.have, 'paper')}: ${parts.join(' · ')}`;
}

const differing: Record<Exclude<Difference['what'], 'title'>, string> = {
  'first author': 'First author',
  year: 'Year',
  doi: 'DOI',
  arxiv: 'arXiv',
  openreview: 'OpenReview',
  acl: 'ACL Anthology',
  pmid: 'PubMed',
};

/** "Year: 2015 or 2016": what two papers do not agree on. Their titles are seen anyway. */
export function differenceIn({ what, values }: Difference): string {
  return what === 'title' ? 'The titles differ' : `${differing[what]}: ${values.join(' or ')}`;
}

/** What the same file has that it had not when it was imported. */
export function reimportOf({ reimport }: PreviewFile): string {
  if (!reimport) return '';
  const day = new Date(reimport.addedAt).toLocaleDateString('en', { day: 'numeric', month: 'short', year: 'numeric' });
  const { newSince, changed, gone } = reimport;
  return `Imported on ${day}: ${newSince} are new since, ${changed} changed, ${gone} are gone. Adding it updates the same source.`;
}

/** What is to be known of a file that can be read. */
export function noteOn({ name, kind }: PreviewFile): string {
  return kind?.format === 'backup'
    ? `${name} is a backup of Paperlight: these are the papers in it. To restore the reading list, go to Your data in the settings.`
    : '';
}

/** Why an import was not written. */
export function whyNotAdded(name: string, message: string): string {
  if (name === 'UnreadablePageError') {
    return 'No papers can be read from that page. Select the part that lists them and try again, or save their BibTeX and drop it here.';
  }
  if (name === 'QuotaExceededError') return 'The disk is full. Nothing was added. Free some space, then try again.';
  return `Nothing was added (${message}). Try again.`;
}
