import { useDeferred } from '../hooks/use-deferred.ts';
import type { ReadingList } from '../hooks/use-reading-list.ts';
import type { PanelProps } from './panel.tsx';
import { Panel } from './panel.tsx';

const loadSavedPapers = () => import('./saved-papers.tsx').then(({ SavedPapers }) => SavedPapers);

/**
 * What the reader has saved, in the reader's order. The popup opens without what shows it, which is
 * loaded after the first frame.
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
