import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtExtension } from '../browser/driver.ts';

/** Sizes in kB (1000 bytes) as gzip makes them: what each page, or each opening of the popup, costs. */
const CONTENT_SCRIPT = 12;
/** The popup up to its first answer; of that, what its first frame needs; and with all that watches the database, loaded after. */
const POPUP = 34;
const FIRST_FRAME = 7;
const POPUP_WATCHING = 65;

describe.each(Object.entries(builtExtension))('The build for %s', (browser, folder) => {
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
    // What the first frame needs, beside the page itself, in which the style sheet stands.
    const named = [...html.matchAll(/<(?:script|link rel="stylesheet")[^>]*(?:src|href)="\/([^"]+)"/g)];
    const first = named.flatMap(([, file]) => [...withImports(file as string)]);
    expect(first).toEqual([expect.stringContaining('opening-')]);
    expect(html).toContain('<script type="module" blocking="render"');
    expect(zipped('popup.html', ...new Set(first))).toBeLessThanOrEqual(FIRST_FRAME);
    const chunk = (name: string): Set<string> => {
      const file = readdirSync(join(folder, 'chunks')).find((file) => file.startsWith(`${name}-`));
      return withImports(`chunks/${file}`);
    };
    const answering = new Set([...first, ...chunk('start')]);
    // A file of which the page doesn't know is asked for only when another that imports it is there: a wait in the middle of all.
    for (const file of answering) expect(html).toContain(`"/${file}"`);
    expect(zipped('popup.html', ...answering)).toBeLessThanOrEqual(POPUP);
    expect(zipped('popup.html', ...answering.union(chunk('live')))).toBeLessThanOrEqual(POPUP_WATCHING);
  });

  it('asks for no more than it needs, and lets pages reach nothing of it', () => {
    const sidePanel = browser === 'chromium' ? ['sidePanel'] : [];
    expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'scripting', 'contextMenus', ...sidePanel]);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'self'");
  });
});
