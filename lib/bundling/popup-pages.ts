/** Makes the popup and the side panel load as few files as possible. Runs in Node at build time. */
import { createHash } from 'node:crypto';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/**
 * The scripts that they load: a first one, which shows the last view, and the program. One file
 * each, since every file costs the browser milliseconds before anything is visible. Other pages
 * load what they share with the popup as that file.
 */
const scripts = [
  // There are no plugins of WXT for these pages, and they would be an empty file.
  { name: 'opening', test: /popup[\\/](?:main|open-popup)\.ts$|wxt-html-plugins/, priority: 1 },
  { name: 'start', test: /popup[\\/]start\.tsx$/ },
];

/** The style sheets that are inlined in the pages, as a Content-Security-Policy names them. */
const sheets = new Set<string>();

/**
 * A plugin that makes these files. In the pages it inlines the style sheet, keeps the browser from
 * drawing an empty page before the first script has run, and fetches the program meanwhile, which
 * only that script knows of.
 */
export const popupPages: Plugin = {
  name: 'popup-pages',
  // Scripts of one file each, such as the background's, have nothing to split.
  config: ({ build }) =>
    build?.lib ? {} : { build: { rolldownOptions: { output: { codeSplitting: { groups: scripts } } } } },
  transformIndexHtml: {
    order: 'post',
    handler: (html, { path, bundle }) => {
      // The development server bundles nothing.
      if (!bundle || !/popup|sidepanel/.test(path)) return html;
      return {
        html: html
          .replace('<script type="module"', '<script type="module" blocking="render"')
          .replace(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/, (_, file: string) => sheetFrom(bundle, file)),
        tags: programFrom(bundle),
      };
    },
  },
};

/**
 * A policy for the extension's pages that allows the inlined style sheets of the popup's page, and
 * no others.
 */
export function allowingSheets(policy: string): string {
  return policy.replace("style-src 'self'", ['$&', ...[...sheets].sort()].join(' '));
}

/** The style sheet as an element. Its file, which nothing links to then, is dropped. */
function sheetFrom(bundle: Rolldown.OutputBundle, file: string): string {
  const sheet = bundle[file];
  if (sheet?.type !== 'asset') throw new Error('The popup has no style sheet.');
  const source = String(sheet.source).trim();
  delete bundle[file];
  sheets.add(`'sha256-${createHash('sha256').update(source).digest('base64')}'`);
  return `<style>${source}</style>`;
}

/** Links to the program and its imports, after the first script, which is needed first. */
function programFrom(bundle: Rolldown.OutputBundle): HtmlTagDescriptor[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const [opening, start] = scripts.map(({ name }) => chunks.find((chunk) => chunk.name === name));
  if (!opening || !start) throw new Error('The popup has no program.');
  const apart = start.imports.filter((file) => file !== opening.fileName);
  return [start.fileName, ...apart].map((file) => ({
    tag: 'link',
    attrs: { rel: 'modulepreload', href: `/${file}` },
    injectTo: 'head',
  }));
}
