import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtExtension } from '../browser/driver.ts';

/** Sizes in kB (1000 bytes) as gzip makes them: what each page, or each opening of the popup, costs. */
const CONTENT_SCRIPT = 12;
const POPUP = 60;
/** What the popup shows at once needs of that. */
const FIRST_FRAME = 7;

describe.each(Object.entries(builtExtension))('The build for %s', (_, folder) => {
  const zipped = (...files: string[]): number =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000;
  /** A chunk and all that it imports, directly or not, as long as it does so at once. */
  const withImports = (file: string, found = new Set<string>()): Set<string> => {
    if (found.has(file)) return found;
    found.add(file);
    for (const [, name] of readFileSync(join(folder, file), 'utf8').matchAll(/(?:from|import)"\.\/([^"]+)"/g)) {
      withImports(`chunks/${name}`, found);
    }
    return found;
  };
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

  it('has a content script that every page can afford', () => {
    const [{ js, css }] = manifest.content_scripts;
    expect(zipped(...js, ...css)).toBeLessThanOrEqual(CONTENT_SCRIPT);
  });

  it('has a popup that opens at once', () => {
    const html = readFileSync(join(folder, 'popup.html'), 'utf8');
    // What the first frame needs; the program is named too, so that it is fetched meanwhile.
    const named = [...html.matchAll(/<(?:script|link rel="stylesheet")[^>]*(?:src|href)="\/([^"]+)"/g)];
    const first = named.flatMap(([, file]) => [...withImports(file as string)]);
    expect(named).toHaveLength(2);
    expect(html).toMatch(/modulepreload" href="\/chunks\/program-/);
    expect(zipped('popup.html', ...new Set(first))).toBeLessThanOrEqual(FIRST_FRAME);
    const chunks = readdirSync(join(folder, 'chunks')).filter((file) => /^(?:program|live)-/.test(file));
    expect(chunks).toHaveLength(2);
    const all = [...first, ...chunks.flatMap((file) => [...withImports(`chunks/${file}`)])];
    expect(zipped('popup.html', ...new Set(all))).toBeLessThanOrEqual(POPUP);
  });

  it('asks for no more than it needs, and lets pages reach nothing of it', () => {
    expect(manifest.permissions).toEqual(['storage', 'scripting', 'contextMenus']);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'self'");
  });
});
