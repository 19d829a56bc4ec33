/** Sentences about imports. */

import type { RefusalReason } from '../../lib/core/formats/format-reader.ts';
import type { Difference } from '../../lib/core/import/differences.ts';
import type { Preview, PreviewFile, Refusal } from '../../lib/import/protocol.ts';
import type { FileProblem } from '../../lib/import/read-file.ts';
import { formatDay } from '../../lib/words/dates.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';

const PROBLEMS = {
  empty: 'adding.emptyFile',
  'too-large': 'adding.largeFile',
  'not-text': 'adding.noTextFile',
  html: 'adding.htmlFile',
  'unknown-format': 'adding.unknownFile',
} as const satisfies Record<FileProblem, string>;

/** Why a file can't be read; empty if it can. */
export function whyUnreadable({ name, problem }: PreviewFile): string {
  return problem ? t(PROBLEMS[problem], { name }) : '';
}

const REFUSALS = {
  unclosed: 'adding.unclosed',
  'title-unclosed': 'adding.titleUnclosed',
  endless: 'adding.endless',
  'too-deep': 'adding.tooDeep',
  'no-json': 'adding.noJson',
  'too-long': 'adding.tooLong',
  'too-long-and-endless': 'adding.tooLongAndEndless',
  'long-title': 'adding.longTitle',
  'no-title': 'adding.noTitle',
  'no-title-column': 'adding.noTitleColumn',
  'no-title-of-its-own': 'adding.noTitleOfItsOwn',
  'too-many': 'adding.tooMany',
} as const satisfies Record<RefusalReason, string>;

/** Why an entry was refused. */
export function whyRefused(reason: RefusalReason): string {
  return t(REFUSALS[reason]);
}

/** Why an entry was refused, and on which line. */
export function refusalOf({ line, reason }: Refusal): string {
  const why = whyRefused(reason);
  return line > 0 ? t('adding.refusedLine', { line: formatNumber(line), why }) : why;
}

/**
 * "312 papers: 271 new · 38 you have (12 gain an abstract or a link) · 2 doubtful · 1 not
 * readable".
 */
export function summaryOf({ counts, gaining, untitled, cut, skipped }: Preview): string {
  const n = formatNumber;
  const have = n(counts.have);
  const parts = [
    t('adding.new', { n: n(counts.new) }),
    counts.have > 0 && gaining === 0 && t('adding.have', { n: have }),
    counts.have > 0 && gaining > 0 && t('adding.haveGaining', gaining, { n: have, gaining: n(gaining) }),
    counts.doubtful > 0 && t('adding.doubtful', { n: n(counts.doubtful) }),
    counts.unreadable > 0 && t('adding.unreadable', { n: n(counts.unreadable) }),
    untitled > 0 && t('adding.untitled', { n: n(untitled) }),
    cut > 0 && t('adding.cut', { n: n(cut) }),
    skipped > 0 && t('adding.skipped', skipped, { n: n(skipped) }),
  ];
  const total = counts.new + counts.have;
  return t('adding.summary', total, { n: n(total), parts: parts.filter(Boolean).join(' · ') });
}

/** Names of catalogues are the same in all languages. */
const CATALOGUES = {
  doi: 'DOI',
  arxiv: 'arXiv',
  openreview: 'OpenReview',
  acl: 'ACL Anthology',
  pmid: 'PubMed',
} as const;

/** What differs between two papers: "Year: 2015 or 2016". Their titles are shown anyway. */
export function differenceIn({ what, values: [one, other] }: Difference): string {
  switch (what) {
    case 'title':
      return t('adding.titlesDiffer');
    case 'first author':
      return t('adding.firstAuthorsDiffer', { one, other });
    case 'year':
      return t('adding.yearsDiffer', { one, other });
    default:
      return t('adding.namesDiffer', { catalogue: CATALOGUES[what], one, other });
  }
}

/** How a file has changed since it was imported before. */
export function reimportOf({ reimport }: PreviewFile): string {
  if (!reimport) return '';
  return t('adding.reimport', {
    day: formatDay(reimport.addedAt),
    newSince: formatNumber(reimport.newSince),
    changed: formatNumber(reimport.changed),
    gone: formatNumber(reimport.gone),
  });
}

/** A hint about a file that can be read; empty if there is none. */
export function noteOn({ name, kind }: PreviewFile): string {
  return kind?.format === 'backup' ? t('adding.isBackup', { name }) : '';
}

/** Why an import was not written. */
export function whyNotAdded(name: string, message: string): string {
  if (name === 'UnreadablePageError') return t('adding.unreadablePage');
  if (name === 'QuotaExceededError') return t('adding.fullDisk');
  return t('adding.notAdded', { detail: message });
}
