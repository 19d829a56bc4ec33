/**
 * Loads the style sheets of what is loaded later. Runs in Node, when the extension is built.
 */
import type { Plugin } from 'vite';

/**
 * What runs in the pages: `load` is called when the sheets are there, and not if one can't be
 * loaded. There are none but sheets in `files`, since the build fetches no modules ahead.
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
 * A plugin that puts this in place of Vite's own loader, which can also fetch scripts ahead and is
 * a fifth of the popup's first file.
 */
export const sheetLoader: Plugin = {
  name: 'sheet-loader',
  apply: 'build',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? LOADER : undefined),
};
