/** Dialogs, which take all keys, files and pasted text while they are open. */

/**
 * Whether one is open. Where the focus is does not tell: it is nowhere once what had it is gone.
 */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}
