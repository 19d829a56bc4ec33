import { render } from 'preact';
import '../../components/styles/options.css';
import '../../components/styles/backup.css';
import { OptionsPage } from '../../components/options/options-page.tsx';
import { ErrorBoundary } from '../../components/ui/error-boundary.tsx';
import { announceChanges } from '../../lib/extension/browser/announce-changes.ts';
import { logUnexpected } from '../../lib/extension/browser/unexpected.ts';
import { setPageLanguage } from '../../lib/words/page-language.ts';
import { t } from '../../lib/words/words.ts';

const root = document.getElementById('app');
logUnexpected('settings');
setPageLanguage();
document.title = t('settings.heading');
if (root) {
  render(
    <ErrorBoundary place="settings">
      <OptionsPage />
    </ErrorBoundary>,
    root,
  );
}
announceChanges();
