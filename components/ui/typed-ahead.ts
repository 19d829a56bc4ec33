/**
 * Type-ahead for a text box that has not loaded yet. Until the box can take it, an invisible text
 * area takes what is typed: a real one, so that input methods, dead keys and pasting work.
 */

/** The text area, and whether an input method is composing in it. */
let catcher: { area: HTMLTextAreaElement; isComposing: boolean; drop(): void } | undefined;

/**
 * Catches what is typed from now on, for the box with the name `label`, until {@link focusBox}
 * hands it over.
 */
export function catchTyping(label: string): void {
  if (catcher) {
    catcher.area.focus({ preventScroll: true });
    return;
  }
  const area = document.createElement('textarea');
  area.className = 'unseen';
  area.setAttribute('aria-label', label);
  const before = document.activeElement;
  const focus = (): void => {
    if (document.activeElement === document.body) area.focus({ preventScroll: true });
  };
  area.addEventListener('keydown', (event) => {
    // These keys are text, not shortcuts.
    event.stopPropagation();
    const isEscape = event.key === 'Escape' && !event.isComposing;
    if (!isEscape && event.key !== 'Tab') return;
    event.preventDefault();
    if (isEscape && area.value === '') {
      drop();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    } else if (isEscape) area.value = '';
  });
  window.addEventListener('focus', focus);
  const drop = (): void => {
    window.removeEventListener('focus', focus);
    area.remove();
    catcher = undefined;
  };
  const caught = { area, isComposing: false, drop };
  area.addEventListener('compositionstart', () => {
    caught.isComposing = true;
  });
  area.addEventListener('compositionend', () => {
    caught.isComposing = false;
  });
  document.body.append(area);
  catcher = caught;
  area.focus({ preventScroll: true });
}

/** Whether typing is being caught. */
export function isCatching(): boolean {
  return catcher !== undefined && document.activeElement === catcher.area;
}

/** Drops what was caught for a box that won't load. */
export function forgetTyping(): void {
  catcher?.drop();
}

/** Keeps a held key from typing into the box that it opened, until it is released. */
export function ignoreHeldKey({ code }: KeyboardEvent): void {
  const abort = new AbortController();
  const listen = { signal: abort.signal, capture: true };
  window.addEventListener('keyup', (event) => event.code === code && abort.abort(), listen);
  window.addEventListener(
    'keydown',
    (event) => {
      // Another key ends the repetition of this one.
      if (event.code !== code || !event.repeat) return abort.abort();
      event.preventDefault();
      event.stopPropagation();
    },
    listen,
  );
}

/**
 * Focuses a box, and inserts what was caught for it. `newLine` replaces newlines; without it, a
 * one-line box gets a final Enter as a key.
 */
export function focusBox(box: HTMLInputElement | HTMLTextAreaElement, newLine?: string): void {
  const caught = catcher;
  if (!caught) {
    box.focus({ preventScroll: true });
    return;
  }
  const handOver = (): void => {
    if (catcher !== caught) return;
    const typed = caught.area.value;
    caught.drop();
    box.focus({ preventScroll: true });
    const isMultiline = box instanceof HTMLTextAreaElement;
    const line = newLine ?? (isMultiline ? '\n' : ' ');
    const hasEnter = !isMultiline && newLine === undefined && typed.endsWith('\n');
    const text = (hasEnter ? typed.trimEnd() : typed).replaceAll('\n', line);
    // As if typed, so that the box's undo includes it and input events fire.
    if (text) document.execCommand('insertText', false, text);
    // After the listeners have rendered the effect of the text.
    if (hasEnter) setTimeout(() => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
  };
  // A word that is still being composed would be lost.
  if (caught.isComposing) caught.area.addEventListener('compositionend', () => setTimeout(handOver), { once: true });
  else handOver();
}
