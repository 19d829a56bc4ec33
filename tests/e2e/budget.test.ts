import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtExtension } from '../browser/driver.ts';

/** Sizes in kB (1000 bytes) as gzip makes them: what each page, or each opening of the popup, costs. */
const CONTENT_SCRIPT = 12;
const POPUP = 60;

describe.each(Object.entries(builtExtension))('The build for %s', (browser, folder) => {
  const zipped = (...files: string[]): number =>
    files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000;
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

  it('has a content script that every page can afford', () => {
    const [{ js, css }] = manifest.content_scripts;
    expect(zipped(...js, ...css)).toBeLessThanOrEqual(CONTENT_SCRIPT);
  });

  it('has a popup that opens at once', () => {
    const files = [...readFileSync(join(folder, 'popup.html'), 'utf8').matchAll(/(?:src|href)="\/([^"]+)"/g)];
    // The page names all that it loads, chunks of chunks too.
    expect(files.length).toBeGreaterThan(2);
    expect(zipped('popup.html', ...new Set(files.map(([, file]) => file as string)))).toBeLessThanOrEqual(POPUP);
  });

  it('asks for no more than it needs, and lets pages reach nothing of it', () => {
    const sidePanel = browser === 'chromium' ? ['sidePanel'] : [];
    expect(manifest.permissions).toEqual(['storage', 'scripting', 'contextMenus', ...sidePanel]);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'self'");
  });
});
