import { useEffect, useState } from 'preact/hooks';
import { versionOf } from '../../lib/extension/browser/browser-pages.ts';
import {
  clearErrors,
  type LoggedError,
  readErrors,
  reportOf,
  watchErrors,
} from '../../lib/extension/browser/error-log.ts';
import { formatMoment } from '../../lib/words/dates.ts';
import { formatNumber } from '../../lib/words/numbers.ts';
import { t } from '../../lib/words/words.ts';
import { placeWord } from '../ui/place-words.ts';
import { RichText } from '../ui/rich-text.tsx';
import type { Toasts } from '../ui/use-toast.ts';
import { Section } from './section.tsx';

/** The version, and the log of unexpected errors: to read, copy and clear. */
export function ErrorsSection({ show }: { show: Toasts['show'] }) {
  const [errors, setErrors] = useState<LoggedError[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    // A log that can't be read must not cause another error.
    const read = (): void => void readErrors().then(setErrors, () => setErrors([]));
    watchErrors(read, abort.signal);
    read();
    return () => abort.abort();
  }, []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(reportOf(errors));
      show({ text: t('settings.reportCopied'), tone: 'note' });
    } catch {
      show({ text: t('settings.reportNotCopied'), tone: 'error' });
    }
  };
  return (
    <Section place="about-and-errors" id="errors">
      <p class="section-text">
        {errors.length === 0
          ? t('settings.noErrors', { version: versionOf() })
          : t('settings.someErrors', errors.length, { version: versionOf(), n: formatNumber(errors.length) })}
      </p>
      {errors.length > 0 && (
        <ol class="error-log" aria-labelledby="errors">
          {errors.map((error) => (
            <li key={`${error.at} ${error.place} ${error.message}`}>
              <span>
                <RichText
                  of={error.times > 1 ? 'settings.errorInTimes' : 'settings.errorIn'}
                  parts={{
                    time: <time dateTime={new Date(error.at).toISOString()}>{formatMoment(error.at)}</time>,
                    place: placeWord(error.place),
                    n: formatNumber(error.times),
                  }}
                />
              </span>
              <code>
                {error.name}: {error.message}
              </code>
            </li>
          ))}
        </ol>
      )}
      <p class="section-text">
        <a href="welcome.html">{t('settings.firstSteps')}</a> · <a href="privacy.txt">{t('settings.privacy')}</a> ·{' '}
        <a href="licenses.txt">{t('settings.licences')}</a>
      </p>
      <div class="button-row">
        <button type="button" class="button" onClick={() => void copy()}>
          {t('settings.copyReport')}
        </button>
        {errors.length > 0 && (
          <button type="button" class="button" onClick={() => void clearErrors()}>
            {t('settings.clearErrors')}
          </button>
        )}
      </div>
    </Section>
  );
}
