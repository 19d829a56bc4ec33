import { useDeferred } from '../hooks/use-deferred.ts';
import type { ReadingList } from '../hooks/use-reading-list.ts';
import type { PanelProps } from './panel.tsx';
import { Panel } from './panel.tsx';

const loadSavedPapers = () => import('./saved-papers.tsx').then(({ SavedPapers }) => SavedPapers);

/**
 * The reading list in the reader's order. Its code is loaded after the first results, so that the
 * popup opens without it.
 */
export function ReadingListPanel(props: PanelProps & { list: ReadingList }) {
  const SavedPapers = useDeferred(loadSavedPapers);
  return SavedPapers ? (
    <SavedPapers {...props} />
  ) : (
    <Panel name="reading-list" shown={props.shown}>
      {null}
    </Panel>
  );
}
