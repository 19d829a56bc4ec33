/**
 * What the reader does to the last view before the program is there to hear it: clicks on its
 * buttons, and the keys in its search box that mean the answer.
 */

/** Keys that the box itself has no use for. */
const ANSWER_KEYS = new Set(['Enter', 'ArrowDown']);

const abort = new AbortController();
let replays: (() => void)[] = [];

/** Keeps what is done to the view in `root` until {@link replayEarlyInput}. */
export function catchEarlyInput(root: HTMLElement): void {
  const { signal } = abort;
  root.addEventListener(
    'click',
    ({ target }) => {
      const button = (target as Element).closest('button');
      // A paper that has come into the place of another was not meant.
      const row = button?.closest('.row');
      const title = titleIn(row);
      // Whoever clicks again because nothing happened means one click.
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

/** Does it again, now that the program has drawn over the view and hears it. */
export function replayEarlyInput(): void {
  abort.abort();
  for (const replay of replays.splice(0)) replay();
}

function titleIn(row: Element | null | undefined): string | null | undefined {
  return row?.querySelector('.row-title')?.textContent;
}
