import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type BrowserName, builtExtension } from '../../browser/driver/driver.ts';

/**
 * Sizes in kB (1000 bytes) as gzip makes them: what each page, or each opening of the popup, costs.
 */
const CONTENT_SCRIPT = 16;
/**
 * The popup's page with its style sheet; its scripts up to the first answer; what the first frame
 * needs of both; and both with all that watches the database, loaded after.
 */
const POPUP_PAGE = 3.5;
const POPUP_SCRIPTS = 38.5;
const FIRST_FRAME = 7;
const POPUP_WATCHING = 80;

const browser = process.env.PAPERLIGHT_LANE as BrowserName;
const folder = builtExtension[browser];

describe('The build', () => {
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
    const [{ js }] = manifest.content_scripts;
    expect(zipped(...js)).toBeLessThanOrEqual(CONTENT_SCRIPT);
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
    // A file of which the page doesn't know is asked for only when another that imports it is
    // there: a wait in the middle of all.
    for (const file of answering) expect(html).toContain(`"/${file}"`);
    expect(zipped('popup.html')).toBeLessThanOrEqual(POPUP_PAGE);
    expect(zipped(...answering)).toBeLessThanOrEqual(POPUP_SCRIPTS);
    expect(zipped('popup.html', ...answering.union(chunk('queries')))).toBeLessThanOrEqual(POPUP_WATCHING);
  });

  it('has in the style of its card nothing that a page could define', () => {
    const card = readFileSync(join(folder, 'card.js'), 'utf8');
    expect(card).toContain('light-dark(');
    expect(card.match(/var\(|--[a-z][\w-]*\s*:|@(?:property|keyframes|font-face|layer|container)/g)).toBeNull();
  });

  it('has with it the licences of all that ships, and the privacy policy', () => {
    const licences = readFileSync(join(folder, 'licenses.txt'), 'utf8');
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const name of Object.keys(dependencies)) expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(licences.startsWith('Paperlight\n\nMIT License')).toBe(true);
    expect(readFileSync(join(folder, 'privacy.txt'), 'utf8')).toContain('nothing: the tests fail on any request');
  });

  it('asks for no more than it needs, and lets pages reach nothing of it', () => {
    const sidePanel = browser === 'chromium' ? ['sidePanel'] : [];
    expect(manifest.permissions).toEqual(['storage', 'unlimitedStorage', 'scripting', 'contextMenus', ...sidePanel]);
    expect(manifest.web_accessible_resources).toBeUndefined();
    const policy: string = manifest.content_security_policy.extension_pages;
    for (const part of ["connect-src 'self'", "base-uri 'none'", "frame-ancestors 'none'", 'trusted-types paperlight'])
      expect(policy).toContain(part);
  });
});
