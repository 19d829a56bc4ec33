/** Which titles are marked in a frame: those of the catalogue, while any are wanted. */
import type { TitleTable } from '../../core/titles/title-table.ts';
import type { PageHighlighter } from '../../page/page-highlighter.ts';
import { readTitleTable, watchTitleTable } from '../browser/title-table-store.ts';
import type { Marking } from './marking-switch.ts';

/**
 * Has the highlighter follow the settings and the catalogue until `signal` aborts. The table is
 * read when it is first needed.
 */
export function markTitles(highlighter: PageHighlighter, marking: Marking, signal: AbortSignal): void {
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
