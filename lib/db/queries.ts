/**
 * The database as pages watch it. Loaded after the first read (quick-read.ts): Dexie is half of a
 * popup's code.
 */

export { allDigests, digestsRevision, mergedBundle, readPapers } from './catalogue.ts';
export { readingList } from './reading-list.ts';
export { indexState, loadIndex } from './search-index.ts';
export { openDatabase, watch } from './watch.ts';
