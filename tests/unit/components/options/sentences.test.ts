import { describe, expect, it } from 'vitest';
import { whyNoPattern } from '../../../../components/options/site-sentences.ts';
import { roomUsed, whatIsLeft, whenSynced, whyLeft } from '../../../../components/options/sync-sentences.ts';
import type { SyncReport } from '../../../../lib/extension/browser/sync-state.ts';

type Left = SyncReport['left'][number];

const left = (what: Left['what'], isRemoved = false): Left => ({
  paperId: 'p1',
  what,
  why: 'no-room',
  isRemoved,
  title: undefined,
});

describe('sentences of the settings', () => {
  it('say why an input is not a pattern, and what to do', () => {
    expect(whyNoPattern({ what: 'port', at: 6, port: ':8080' })).toBe(
      'At character 6 begins a port. A site has the same switch on all ports: leave out “:8080”.',
    );
    expect(whyNoPattern({ what: 'scheme', scheme: 'ftp' })).toBe(
      '“ftp://” is no address of a web page, and only those are marked. Leave it out.',
    );
  });

  it('say how much is not synced, and why', () => {
    expect(whatIsLeft([left('title')], true)).toBe('');
    expect(whatIsLeft([left('note')], true)).toBe('1 note is not carried. It stays on this computer.');
    expect(whatIsLeft([left('tags')], true)).toBe('1 paper’s tags are not carried. They stay on this computer.');
    expect(whatIsLeft([left('entry'), left('note'), left('note')], false)).toBe(
      '1 paper and 2 notes would not be carried. They stay on this computer.',
    );
    expect(whyLeft(left('entry', true))).toBe('the whole entry; the paper is off the list: no room left');
  });

  it('say how full the sync is, and when it last ran', () => {
    expect(roomUsed({ bytes: 700, rows: 1 }, true)).toBe('0.7 of 100 kB for 1 paper');
    expect(roomUsed({ bytes: 0, rows: 0 }, false)).toBe('Would take 0 of 100 kB for 0 papers');
    expect(whenSynced(1, 60_001)).toBe('Last synced 1 minute ago.');
    expect(whenSynced(1, 7_200_001)).toBe('Last synced 2 hours ago.');
  });
});
