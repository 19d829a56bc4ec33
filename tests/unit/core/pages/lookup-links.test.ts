import { describe, expect, it } from 'vitest';
import { lookupLinks } from '../../../../lib/core/pages/paper-links.ts';

describe('lookupLinks', () => {
  it('looks up the title at four sites', () => {
    expect(lookupLinks('x').map(({ site }) => site)).toEqual([
      'arXiv',
      'Hugging Face',
      'Semantic Scholar',
      'Google Scholar',
    ]);
  });

  it.each(['PA&DA: Jointly 80%+ #1?', 'S^{2}FT', 'α-(de)Blending', 'a b=c/d'])('carries %j unharmed', (title) => {
    for (const { url } of lookupLinks(title)) {
      const { protocol, searchParams, hash } = new URL(url);
      expect(protocol).toBe('https:');
      expect(hash).toBe('');
      expect([...searchParams.values()]).toContain(title);
    }
  });
});
