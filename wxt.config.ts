import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { BUNDLE_PATH } from './lib/bundling/bundle.ts';
import { bundleDigests } from './lib/bundling/bundled-digests.ts';
import { bundledPackages, licencesText, noteLicences } from './lib/bundling/licences.ts';
import { allowingSheets, popupPages } from './lib/bundling/popup-pages.ts';
import { privacyPolicy } from './lib/bundling/privacy-policy.ts';
import { sheetLoader } from './lib/bundling/sheet-loader.ts';
import { UNPACKED_KEY, withoutKey } from './lib/bundling/unpacked-key.ts';

/**
 * What the extension's own pages and background may do: nothing but use what came with the
 * extension. The browser sees to it.
 */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types paperlight";

const pages = ['http://*/*', 'https://*/*'];

const bundle = bundleDigests(resolve(import.meta.dirname, 'seeds'));

/** What a package for stores lacks, put back into the build when the package is made. */
let putKeyBack = (): void => {};

export default defineConfig({
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: resolve(import.meta.dirname, 'lib/words') },
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    plugins: [preact(), popupPages, sheetLoader, noteLicences],
    define: { 'import.meta.env.BUNDLE_FINGERPRINT': JSON.stringify(bundle.fingerprint) },
    // Everything lies on the disk: what would fetch modules ahead is larger than what it saves.
    build: { modulePreload: false },
    // Dexie's build for browsers of this decade is 2 kB smaller, zipped, in everything that opens
    // the database.
    resolve: {
      alias: [
        { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.min.mjs' },
        // WXT's own is a tenth of the content script, for what takes ten lines.
        {
          find: 'wxt/utils/content-script-context',
          replacement: resolve(import.meta.dirname, 'lib/extension/content/content-script-context.ts'),
        },
      ],
    },
  }),
  hooks: {
    'build:manifestGenerated': (_, manifest) => {
      const policies = manifest.content_security_policy as { extension_pages: string } | undefined;
      if (policies) policies.extension_pages = allowingSheets(policies.extension_pages);
    },
    'zip:extension:start': ({ config }) => {
      putKeyBack = withoutKey(config.outDir);
    },
    'zip:extension:done': () => putKeyBack(),
    'prepare:publicPaths': (_, paths) => {
      paths.push(BUNDLE_PATH);
    },
    'build:publicAssets': (_, files) => {
      files.push({ relativeDest: BUNDLE_PATH, contents: JSON.stringify(bundle) });
      // Everything is bundled by now.
      files.push({ relativeDest: 'licenses.txt', contents: licencesText(import.meta.dirname, bundledPackages()) });
      const readme = readFileSync(resolve(import.meta.dirname, 'README.md'), 'utf8');
      files.push({ relativeDest: 'privacy.txt', contents: privacyPolicy(readme) });
    },
  },
  manifest: ({ command, browser }) => ({
    name: 'Paperlight',
    description: '__MSG_manifest_about__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'scripting', 'contextMenus'],
    omnibox: { keyword: 'pl' },
    host_permissions: pages,
    // The development server is somewhere else, and WXT allows it.
    ...(command === 'build' && { content_security_policy: { extension_pages: policy } }),
    // Keys that neither browser nor the pages that readers of papers use have taken; they can be
    // changed in the browser's settings. In Firefox Alt and Shift with a letter go to the page's
    // access keys first, and to its menus, as Alt does with the letters of menus. Chrome takes no
    // more than four suggestions.
    commands: {
      _execute_action: {
        suggested_key: { default: 'Alt+Q' },
        description: '__MSG_manifest_openPopup__',
      },
      'save-page': {
        suggested_key: { default: 'Alt+K' },
        description: '__MSG_manifest_savePage__',
      },
      'next-mark': {
        suggested_key: { default: 'Alt+Period' },
        description: '__MSG_manifest_nextMark__',
      },
      'previous-mark': {
        suggested_key: { default: 'Alt+Comma' },
        description: '__MSG_manifest_previousMark__',
      },
      'mark-page': {
        ...(browser === 'firefox' && { suggested_key: { default: 'Alt+Shift+Period' } }),
        description: '__MSG_manifest_markPage__',
      },
      'open-side-panel': {
        ...(browser === 'firefox' && { suggested_key: { default: 'Alt+J' } }),
        description: '__MSG_manifest_openSidePanel__',
      },
    },
    ...(browser !== 'firefox' && { key: UNPACKED_KEY }),
    minimum_chrome_version: '140',
    browser_specific_settings: {
      gecko: {
        // For good: what readers have is stored under it.
        id: '{4a7eadae-8395-4521-9c6c-8c8d67ab5e6e}',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  }),
});
