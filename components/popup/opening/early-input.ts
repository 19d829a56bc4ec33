/**
 * Catches what the reader does in the last view before the program has loaded: clicks on its
 * buttons, and keys in its search box that act on results.
 */

/** Keys that the box itself does not use. */
const ANSWER_KEYS = new Set(['Enter', 'ArrowDown']);

const abort = new AbortController();
let replays: (() => void)[] = [];

/** Catches input to the view in `root` until {@link replayEarlyInput}. */
export function catchEarlyInput(root: HTMLElement): void {
  const { signal } = abort;
  root.addEventListener(
    'click',
    ({ target }) => {
      const button = (target as Element).closest('button');
      // Not if the row shows another paper by then.
      const row = button?.closest('.row');
      const title = titleIn(row);
      // Repeated clicks, because nothing happened, count as one.
      if (button) replays = [() => button.isConnected && titleIn(row) === title && button.click()];
    },
    { signal },
  );
  root.addEventListener(
    'keydown',
    ({ key, target, isComposing }) => {
      if (!ANSWER_KEYS.has(key) || isComposing || !(target instanceof HTMLInputElement)) return;
      replays.push(() => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));
    },
    { signal },
  );
}

/** Replays the input, now that the program has rendered over the view. */
export function replayEarlyInput(): void {
  abort.abort();
  for (const replay of replays.splice(0)) replay();
}

function titleIn(row: Element | null | undefined): string | null | undefined {
  return row?.querySelector('.row-title')?.textContent;
}
