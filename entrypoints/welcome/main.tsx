import { render } from 'preact';
import '../../components/styles/welcome.css';
import { WelcomePage } from '../../components/first-run/welcome-page.tsx';
import { ErrorBoundary } from '../../components/ui/error-boundary.tsx';
import { announceChanges } from '../../lib/extension/browser/announce-changes.ts';
import { logUnexpected } from '../../lib/extension/browser/unexpected.ts';
import { introducePage } from '../../lib/words/introduce-page.ts';
import { t } from '../../lib/words/words.ts';

const root = document.getElementById('app');
logUnexpected('welcome');
introducePage(t('welcome.windowTitle'));
if (root) {
  render(
    <ErrorBoundary place="welcome">
      <WelcomePage />
    </ErrorBoundary>,
    root,
  );
}
announceChanges();
