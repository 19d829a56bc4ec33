/**
 * Puts the focus into a search box that is in sight: what is typed next goes on with its query, or
 * replaces what is selected in it. `asWord`: it is not part of the last word, for it was typed
 * elsewhere.
 */
export function goOnTyping(box: HTMLInputElement | null, asWord = false): void {
  if (!box) return;
  const { selectionStart, selectionEnd, value } = box;
  box.focus();
  if (selectionStart !== selectionEnd) return;
  box.setSelectionRange(value.length, value.length);
  // As if it were typed: the box's own undo knows of it, and whoever listens hears it.
  if (asWord && /\S$/.test(value)) document.execCommand('insertText', false, ' ');
}
