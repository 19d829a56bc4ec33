import { describe, expect, it } from 'vitest';
import { isSiteOff, withSite } from '../../../../lib/extension/browser/settings.ts';
import { fromStored, type Settings, settingsOfFile } from '../../../../lib/extension/browser/stored-settings.ts';

describe('Settings', () => {
  const defaults: Settings = { mode: 'always', sitesOff: [], markStyle: 'wash', sync: false, learning: true };

  it.each([
    ['nothing', undefined, defaults],
    ['the first version', { highlighting: true, sitesOff: ['a.org'] }, { mode: 'always', sitesOff: ['a.org'] }],
    ['the first version, switched off', { highlighting: false, sitesOff: [] }, { mode: 'off', sitesOff: [] }],
    ['this version', { mode: 'asked', sitesOff: ['*.a.org'] }, { mode: 'asked', sitesOff: ['*.a.org'] }],
    ['a mode chosen after the first version', { mode: 'always', highlighting: false }, defaults],
    ['a style', { markStyle: 'dots' }, { ...defaults, markStyle: 'dots' }],
    ['a style that there is not', { markStyle: 'glitter' }, defaults],
    ['sync', { sync: true }, { ...defaults, sync: true }],
    ['a sync that is neither on nor off', { sync: 'yes' }, defaults],
    ['learning that was turned off', { learning: false }, { ...defaults, learning: false }],
    ['something else', { mode: 'sometimes', sitesOff: ['a.org', 7] }, { mode: 'always', sitesOff: ['a.org'] }],
    ['no object', 'on', defaults],
  ])('are read from what %s has stored', (_, stored, settings) => expect(fromStored(stored)).toMatchObject(settings));

  it('from a file never turn the sync on or off', () => {
    expect(settingsOfFile({ mode: 'off', sync: true })).toEqual({
      mode: 'off',
      learning: true,
      sitesOff: [],
      markStyle: 'wash',
    });
  });

  it('turn a site off and on, and leave the others', () => {
    const off = { ...defaults, ...withSite({ ...defaults, sitesOff: ['c.org'] }, 'a.org', false) };
    expect(off.sitesOff).toEqual(['a.org', 'c.org']);
    expect(withSite(off, 'a.org', false)).toEqual({ sitesOff: ['a.org', 'c.org'] });
    expect(withSite(off, 'a.org', true)).toEqual({ sitesOff: ['c.org'] });
  });

  it('tell which pages are off', () => {
    const settings = { ...defaults, sitesOff: ['a.org', 'b.org/x/*'] };
    expect(isSiteOff(settings, 'https://a.org/y')).toBe(true);
    expect(isSiteOff(settings, 'https://b.org/x/y')).toBe(true);
    expect(isSiteOff(settings, 'https://b.org/y')).toBe(false);
  });
});
