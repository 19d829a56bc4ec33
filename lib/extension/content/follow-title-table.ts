/** Provides the highlighter of a frame with the titles of the catalogue, while marking is on. */
import type { TitleTable } from '../../core/titles/title-table.ts';
import type { PageHighlighter } from '../../page/page-highlighter.ts';
import { readTitleTable, watchTitleTable } from '../browser/title-table-store.ts';
import type { MarkingSwitch } from './marking-switch.ts';

/**
 * Makes the highlighter follow the settings and the catalogue until `signal` aborts. Reads the
 * table when first needed.
 */
export function followTitleTable(highlighter: PageHighlighter, marking: MarkingSwitch, signal: AbortSignal): void {
  let isOn = false;
  let table: TitleTable | undefined;
  const update = (): void => highlighter.use(isOn ? table : undefined);
  watchTitleTable((changed) => {
    table = changed;
    update();
  }, signal);
  marking.onChange = async (changed) => {
    isOn = changed;
    const read = isOn && !table ? await readTitleTable() : undefined;
    table ??= read;
    if (!signal.aborted) update();
  };
  signal.addEventListener('abort', () => highlighter.use(undefined));
}
