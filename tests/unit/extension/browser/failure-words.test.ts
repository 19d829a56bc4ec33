import { describe, expect, it } from 'vitest';
import { whyNotOpened, whyNotWritten } from '../../../../lib/extension/browser/failure-words.ts';

/** An error as Dexie wraps it. */
const wrapped = (name: string, inner?: Error): Error => Object.assign(new Error(`${name} happened`), { name, inner });

describe('sentences about the database', () => {
  it('name a full disk, also if the error is wrapped', () => {
    const error = wrapped('AbortError', wrapped('QuotaExceededError'));
    expect(whyNotWritten(error, 'saved')).toMatch(/^Not saved\. The disk, .* is full\. Free some space\.$/);
    expect(whyNotOpened(error)).toMatch(/is full\. Free some space and try again\.$/);
  });

  it('distinguish a newer database from one that can’t be opened', () => {
    expect(whyNotOpened(wrapped('OpenFailedError', wrapped('VersionError')))).toContain('newer version');
    expect(whyNotOpened(wrapped('MissingAPIError'))).toContain('private window');
  });

  it('quote the first line of an unknown reason', () => {
    expect(whyNotOpened(new Error('Backing store is broken.\n at foo'))).toBe(
      'The database can’t be opened (Backing store is broken). Your reading list has not been changed.',
    );
    expect(whyNotWritten('odd', 'removed')).toBe('Not removed: the database refused (odd). Nothing was changed.');
  });
});
