/** Sentences about patterns of sites. */
import type { PatternProblem } from '../../lib/extension/browser/site-pattern.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';

/** Why the reader's input is not a pattern: where, and what to do. */
export function whyNoPattern(problem: PatternProblem): string {
  switch (problem.what) {
    case 'known':
      return t('settings.siteKnown', { pattern: problem.pattern });
    case 'empty':
      return t('settings.siteEmpty');
    case 'space':
      return t('settings.siteSpace', { at: formatNumber(problem.at) });
    case 'scheme':
      return t('settings.siteScheme', { scheme: problem.scheme });
    case 'no-host':
      return t('settings.siteMissing', { at: formatNumber(problem.at) });
    case 'every-site':
      return t('settings.siteEvery');
    case 'star':
      return t('settings.siteStar', { at: formatNumber(problem.at) });
    case 'port':
      return t('settings.sitePort', { at: formatNumber(problem.at), port: problem.port });
    case 'no-name':
      return t('settings.siteNoName', { name: problem.name });
  }
}
