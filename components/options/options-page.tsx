import { useEffect } from 'preact/hooks';
import { hasPageKeys } from '../../lib/extension/browser/browser-pages.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { whySettingNotKept } from '../ui/failure-sentences.ts';
import { Mark } from '../ui/icon.tsx';
import { PageNotes } from '../ui/page-notes.tsx';
import { ToastView } from '../ui/toast.tsx';
import { useToast } from '../ui/use-toast.ts';
import { AccessSection } from './access-section.tsx';
import { DataSection } from './data-section.tsx';
import { ErrorsSection } from './errors-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { LearningSection } from './learning-section.tsx';
import { ModeSection } from './mode-section.tsx';
import { placeOf } from './section.tsx';
import { SitesSection } from './sites-section.tsx';
import { StyleSection } from './style-section.tsx';
import { SyncSection } from './sync-section.tsx';

/** The sections, in their order. */
const contents = [
  'Where titles are marked',
  'Site access',
  'Sites that are off',
  'Style of marks',
  'Keys on pages',
  'What pages teach',
  'Your other browsers',
  'Your data',
];

/** The page of settings. All of them take effect at once, in all tabs. */
export function OptionsPage() {
  const toasts = useToast();
  const { settings, change } = useSettings((error) => toasts.show({ text: whySettingNotKept(error), tone: 'error' }));
  const hasKeys = hasPageKeys();
  const isReady = settings !== undefined;
  useEffect(() => {
    // The place that the address names is there only now.
    if (isReady) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isReady]);
  return (
    <main class="options">
      <header class="options-header">
        <Mark />
        <h1>Paperlight settings</h1>
      </header>
      {settings && (
        <>
          <nav class="contents" aria-label="Settings">
            {contents
              .filter((title) => hasKeys || title !== 'Keys on pages')
              .map((title) => (
                <a key={title} href={`#${placeOf(title)}`}>
                  {title}
                </a>
              ))}
          </nav>
          <ModeSection settings={settings} change={change} />
          <AccessSection />
          <SitesSection settings={settings} change={change} show={toasts.show} />
          <StyleSection settings={settings} change={change} />
          {hasKeys && <KeysSection />}
          <LearningSection settings={settings} change={change} show={toasts.show} />
          <SyncSection settings={settings} change={change} />
          <DataSection settings={settings} change={change} show={toasts.show} />
        </>
      )}
      <ErrorsSection show={toasts.show} />
      <PageNotes />
      <ToastView {...toasts} />
    </main>
  );
}
