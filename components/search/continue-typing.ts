/**
 * Focuses a search box so that typing continues its query, or replaces its selection. `asWord`:
 * begins a new word, since the key was pressed elsewhere.
 */
export function continueTyping(box: HTMLInputElement | null, asWord = false): void {
  if (!box) return;
  const { selectionStart, selectionEnd, value } = box;
  box.focus();
  if (selectionStart !== selectionEnd) return;
  box.setSelectionRange(value.length, value.length);
  // As if typed, so that the box's undo includes it and input events fire.
  if (asWord && /\S$/.test(value)) document.execCommand('insertText', false, ' ');
}
