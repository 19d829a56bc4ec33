/**
 * The database as pages watch it. Loaded after the first look (first-look.ts): Dexie is half of
 * what a popup is made of.
 */

export { allDigests, digestsState, mergedBundle, readPapers } from './catalogue.ts';
export { readingList } from './reading-list.ts';
export { indexState, loadIndex } from './search-index.ts';
export { openDatabase, watch } from './watch.ts';
