/**
 * Typing for a box that isn't there yet. A key that opens a text box owns all that is typed from
 * then on; until the box can take it, an invisible text area does: a real one, so that input
 * methods, dead keys and pasting work as everywhere.
 */

/** The text area, and whether an input method is at work in it. */
let catcher: { area: HTMLTextAreaElement; isComposing: boolean; drop(): void } | undefined;

/**
 * Takes all that is typed from now on, for the box named `label`, until {@link focusBox} hands it
 * over.
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
    // What surfaces do at keys is not meant: this is text.
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

/** Whether what is typed now is kept for a box. */
export function isCatching(): boolean {
  return catcher !== undefined && document.activeElement === catcher.area;
}

/** Forgets what was typed for a box that won't come. */
export function forgetTyping(): void {
  catcher?.drop();
}

/** Keeps a key that is held down from writing into the box that it opened, until it comes up. */
export function holdOff({ code }: KeyboardEvent): void {
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
 * Gives a box the focus, and what was typed for it. `newLine` is what Enter writes in it: a box of
 * one line has none, and hears Enter at the end as a key.
 */
export function focusBox(box: HTMLInputElement | HTMLTextAreaElement, newLine?: string): void {
  const caught = catcher;
  if (!caught) {
    box.focus({ preventScroll: true });
    return;
  }
  const hand = (): void => {
    if (catcher !== caught) return;
    const typed = caught.area.value;
    caught.drop();
    box.focus({ preventScroll: true });
    const isMultiline = box instanceof HTMLTextAreaElement;
    const line = newLine ?? (isMultiline ? '\n' : ' ');
    const hasEnter = !isMultiline && newLine === undefined && typed.endsWith('\n');
    const text = (hasEnter ? typed.trimEnd() : typed).replaceAll('\n', line);
    // As if it were typed: the box's own undo knows of it, and whoever listens hears it.
    if (text) document.execCommand('insertText', false, text);
    // By then whoever listens has drawn what the text changed.
    if (hasEnter) setTimeout(() => box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
  };
  // A word that an input method is at work on would be lost.
  if (caught.isComposing) caught.area.addEventListener('compositionend', () => setTimeout(hand), { once: true });
  else hand();
}
