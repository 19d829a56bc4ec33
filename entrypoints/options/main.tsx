import { render } from 'preact';
import '../../components/styles/options.css';
import '../../components/styles/backup.css';
import { OptionsPage } from '../../components/options/options-page.tsx';
import { ErrorBoundary } from '../../components/ui/error-boundary.tsx';
import { announceChanges } from '../../lib/extension/browser/announce-changes.ts';
import { logUnexpected } from '../../lib/extension/browser/unexpected.ts';
import { introducePage } from '../../lib/words/introduce-page.ts';
import { t } from '../../lib/words/words.ts';

const root = document.getElementById('app');
logUnexpected('settings');
introducePage(t('settings.heading'));
if (root) {
  render(
    <ErrorBoundary place="settings">
      <OptionsPage />
    </ErrorBoundary>,
    root,
  );
}
announceChanges();
