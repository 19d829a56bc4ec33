import { type ComponentChildren, render } from 'preact';
import { t } from '../../lib/words/words.ts';
import '../../components/styles/library.css';
import { ErrorBoundary } from '../../components/ui/error-boundary.tsx';
import { showFailure } from '../../components/ui/failure.tsx';
import { catchTyping } from '../../components/ui/typed-ahead.ts';
import { announceChanges } from '../../lib/extension/browser/announce-changes.ts';
import { isQueue } from '../../lib/extension/browser/queue-view.ts';
import { logUnexpected } from '../../lib/extension/browser/unexpected.ts';
import { introducePage } from '../../lib/words/introduce-page.ts';

const root = document.getElementById('app');
const isList = isQueue(location.search);
const place = isList ? 'reading list' : 'library';
logUnexpected(place);
introducePage(t(isList ? 'list.windowTitle' : 'library.windowTitle'));
const show = (page: ComponentChildren, root: Element): void =>
  render(<ErrorBoundary place={place}>{page}</ErrorBoundary>, root);
if (root && isList) {
  import('../../components/queue/queue-page.tsx')
    .then(({ QueuePage }) => show(<QueuePage />, root))
    .catch((error) => showFailure(root, place, error));
} else if (root) {
  // What is typed before the page has loaded goes into its search box.
  catchTyping(t('shared.searchPapers'));
  import('../../components/library/library-page.tsx')
    .then(({ LibraryPage }) => show(<LibraryPage />, root))
    .catch((error) => showFailure(root, place, error));
}
announceChanges();
