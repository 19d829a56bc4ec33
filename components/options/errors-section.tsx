import { useEffect, useState } from 'preact/hooks';
import { versionOf } from '../../lib/extension/browser/browser-pages.ts';
import {
  clearErrors,
  type LoggedError,
  readErrors,
  reportOf,
  watchErrors,
} from '../../lib/extension/browser/error-log.ts';
import { count } from '../ui/sentences.ts';
import type { Toasts } from '../ui/use-toast.ts';
import { Section } from './section.tsx';

/** The version, and what went wrong unexpectedly: to be read, sent, and cleared. */
export function ErrorsSection({ show }: { show: Toasts['show'] }) {
  const [errors, setErrors] = useState<LoggedError[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    // What can't be read is no reason to show an error about errors.
    const look = (): void => void readErrors().then(setErrors, () => setErrors([]));
    watchErrors(look, abort.signal);
    look();
    return () => abort.abort();
  }, []);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(reportOf(errors));
      show({ text: 'The report is copied.', tone: 'note' });
    } catch {
      show({ text: 'The browser does not let the report be copied.', tone: 'error' });
    }
  };
  return (
    <Section title="About and errors" id="errors">
      <p class="section-text">
        Paperlight {versionOf()}.{' '}
        {errors.length === 0
          ? 'Nothing has gone wrong unexpectedly.'
          : `${count(errors.length, 'unexpected error')} on this machine. The log holds no titles, no addresses and nothing you typed; it is sent nowhere.`}
      </p>
      {errors.length > 0 && (
        <ol class="error-log" aria-labelledby="errors">
          {errors.map((error) => (
            <li key={`${error.at} ${error.place} ${error.message}`}>
              <span>
                <time dateTime={new Date(error.at).toISOString()}>{new Date(error.at).toLocaleString()}</time> in the{' '}
                {error.place}
                {error.times > 1 && `, ${error.times} times`}
              </span>
              <code>
                {error.name}: {error.message}
              </code>
            </li>
          ))}
        </ol>
      )}
      <p class="section-text">
        <a href="welcome.html">First steps</a> · <a href="privacy.txt">Privacy</a> ·{' '}
        <a href="licenses.txt">Licences of what it is made of</a>
      </p>
      <div class="button-row">
        <button type="button" class="button" onClick={() => void copy()}>
          Copy report
        </button>
        {errors.length > 0 && (
          <button type="button" class="button" onClick={() => void clearErrors()}>
            Clear
          </button>
        )}
      </div>
    </Section>
  );
}
