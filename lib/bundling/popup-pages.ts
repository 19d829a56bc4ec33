/**
 * Has the browser open the popup and the side panel with as few files as can be. Runs in Node, when
 * the extension is built.
 */
import { createHash } from 'node:crypto';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/**
 * The scripts that they load: a first one, which shows the last view, and their program. One file
 * each, since every file takes the browser milliseconds before anything is there to be seen; other
 * pages load what they share with the popup as that file.
 */
const scripts = [
  // WXT's plugins of pages are none here, and would be an empty file.
  { name: 'opening', test: /popup[\\/](?:main|open-popup)\.ts$|wxt-html-plugins/, priority: 1 },
  { name: 'start', test: /popup[\\/]start\.tsx$/ },
];

/** The style sheets that stand in the pages themselves, as a Content-Security-Policy names them. */
const sheets = new Set<string>();

/**
 * A plugin that makes these files. In the pages it puts the style sheet in place of the link to it,
 * keeps the browser from drawing a page with nothing in it before the first script has run, and has
 * the program fetched meanwhile, of which only that script knows.
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
 * A policy for the extension's pages that lets the style sheets in the popup's page be used, and no
 * others.
 */
export function allowingSheets(policy: string): string {
  return policy.replace("style-src 'self'", ['$&', ...[...sheets].sort()].join(' '));
}

/** The style sheet as an element; the file, to which nothing links then, is left out. */
function sheetFrom(bundle: Rolldown.OutputBundle, file: string): string {
  const sheet = bundle[file];
  if (sheet?.type !== 'asset') throw new Error('The popup has no style sheet.');
  const source = String(sheet.source).trim();
  delete bundle[file];
  sheets.add(`'sha256-${createHash('sha256').update(source).digest('base64')}'`);
  return `<style>${source}</style>`;
}

/** Links to the program and to what it imports: after the first script, which is needed first. */
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
