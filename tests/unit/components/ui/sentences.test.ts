import { describe, expect, it } from 'vitest';
import { whyMergeFailed, whySettingNotKept } from '../../../../components/ui/failure-sentences.ts';
import { count } from '../../../../components/ui/sentences.ts';

describe('sentences', () => {
  it('counts', () => {
    expect([count(0, 'paper'), count(1, 'paper'), count(290, 'paper')]).toEqual(['0 papers', '1 paper', '290 papers']);
  });

  it('give the reason', () => {
    expect(whyMergeFailed('bad file')).toContain('(bad file)');
    expect(whyMergeFailed(undefined)).toContain('does not answer');
    expect(whySettingNotKept(new Error('no room\n at foo'))).toBe('The setting was not kept (no room).');
  });
});
