/** Open dialogs, which get all keys, files and pasted text. */

/**
 * Whether a dialog is open. The focus does not tell, since it is lost when the focused element is
 * removed.
 */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
