/** Loads the style sheets of code that is loaded on demand. Runs in Node at build time. */
import type { Plugin } from 'vite';

/**
 * Runs in the pages: calls `load` when the sheets are loaded, and not if one can't be. All `files`
 * are sheets, since the build preloads no modules.
 */
const LOADER = `
const sheets = {};
const sheet = (file) => new Promise((resolve, reject) => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = '/' + file;
  for (const { href } of document.querySelectorAll('link[rel=stylesheet]')) if (href === link.href) return resolve();
  link.onload = resolve;
  link.onerror = () => reject(Error(file));
  document.head.append(link);
});
const __vitePreload = (load, files = []) =>
  Promise.all(files.map((file) => (sheets[file] ??= sheet(file)))).then(load);
export { __vitePreload };`;

/**
 * A plugin that replaces Vite's own loader, which can also preload scripts and is a fifth of the
 * popup's first file.
 */
export const sheetLoader: Plugin = {
  name: 'sheet-loader',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? LOADER : undefined),
};
