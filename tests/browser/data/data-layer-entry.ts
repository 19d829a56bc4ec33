/**
 * What tests call of the data layer inside a page of the extension: as the extension's own code
 * does, on its own database.
 */

export { logChanges } from '../../../lib/db/change-log.ts';
export { database } from '../../../lib/db/database.ts';
export * from '../../../lib/db/entry-changes.ts';
export { failureOf } from '../../../lib/db/failures.ts';
export { undoImport } from '../../../lib/db/imports.ts';
export { undo, undoable } from '../../../lib/db/journal.ts';
export { mergeBundle } from '../../../lib/db/merge-bundle.ts';
export * from '../../../lib/db/reading-list.ts';
export { takeSnapshot } from '../../../lib/db/snapshots.ts';
export { setNote } from '../../fixtures/set-note.ts';
