import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { Place } from '../../lib/extension/browser/error-log.ts';
import { t } from '../../lib/words/words.ts';
import { placeWord } from './place-words.ts';

const load = () => import('../../lib/extension/browser/error-log.ts');

/** Replaces a page of the extension that failed: says so, and what to do. */
export function Failure({ place }: { place: Place }) {
  const [copied, setCopied] = useState('');
  const copy = async (): Promise<void> => {
    const { readErrors, reportOf } = await load();
    await navigator.clipboard.writeText(reportOf(await readErrors()));
    setCopied(t('shared.copied'));
  };
  return (
    <main>
      <div class="notice notice-error" role="alert">
        <h2>{t('shared.failureHeading')}</h2>
        <p>{t('shared.failureAbout', { place: placeWord(place) })}</p>
        <p class="failure-actions">
          <button type="button" class="button" onClick={() => location.reload()}>
            {t('shared.reload')}
          </button>{' '}
          <button
            type="button"
            class="button"
            onClick={() => void copy().catch(() => setCopied(t('shared.notCopied')))}
          >
            {copied || t('shared.copyReport')}
          </button>
        </p>
      </div>
    </main>
  );
}

/** Shows that a page could not be loaded, and logs why. */
export async function showFailure(root: HTMLElement, place: Place, error: unknown): Promise<void> {
  render(<Failure place={place} />, root);
  await logFailure(place, error);
}

/** Logs why a page could not be rendered. */
export async function logFailure(place: Place, error: unknown): Promise<void> {
  const { logError } = await load();
  await logError(place, error);
}
