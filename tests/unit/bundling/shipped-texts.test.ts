import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { licencesText } from '../../../lib/bundling/licences.ts';
import { privacyPolicy } from '../../../lib/bundling/privacy-policy.ts';

/** A folder with a package, and what stands in its files. */
function packageWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'paperlight-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'dist'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

describe('The list of licences', () => {
  const root = packageWith.bind(undefined, { LICENSE: 'Ours.\r\nFree.\n' });
  const named = (name: string, license?: string): string => JSON.stringify({ name, version: '1.2.3', license });

  it('has the text and the notices of every package once, by name', () => {
    const zebra = packageWith({ 'package.json': named('zebra', 'MIT'), 'LICENSE.txt': 'Stripes.', 'README.md': '#' });
    const again = packageWith({ 'package.json': named('zebra', 'MIT'), 'LICENSE.txt': 'Stripes.' });
    const ant = packageWith({ 'package.json': named('@x/ant', 'Apache-2.0'), NOTICE: 'Six legs.', LICENCE: 'Small.' });
    const bare = packageWith({ 'package.json': named('bare', 'ISC') });
    const rule = '─'.repeat(80);
    expect(licencesText(root(), [zebra, ant, bare, again])).toBe(
      `Paperlight

Ours.
Free.

Paperlight is made with these packages:

${rule}
@x/ant 1.2.3 (Apache-2.0)

Small.

Six legs.

${rule}
bare 1.2.3 (ISC)



${rule}
zebra 1.2.3 (MIT)

Stripes.
`,
    );
  });

  it('throws if a package does not name its licence', () => {
    const secret = packageWith({ 'package.json': named('secret') });
    expect(() => licencesText(root(), [secret])).toThrow('secret ships, and does not name its licence.');
  });
});

describe('The privacy policy', () => {
  it('says what the tables of the README say, in lines of eighty characters', () => {
    const policy = privacyPolicy(readFileSync('README.md', 'utf8'));
    expect(policy).toContain('\n\nleaves otherwise: nothing: the tests fail on any request\n\n');
    expect(policy).toContain('\n\nstorage, unlimitedStorage: Settings and');
    expect(policy).not.toMatch(/[|*`<]|e2e\//);
    expect(policy.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('throws if a table is missing', () => {
    expect(() => privacyPolicy('# X\n\n## Privacy\n\nTrust us.\n')).toThrow('no table under "Privacy"');
  });
});
