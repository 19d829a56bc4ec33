import { useEffect } from 'preact/hooks';
import { hasPageKeys } from '../../lib/extension/browser/browser-pages.ts';
import { t } from '../../lib/words/words.ts';
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
import { type SectionPlace, sectionTitles } from './section.tsx';
import { SitesSection } from './sites-section.tsx';
import { StyleSection } from './style-section.tsx';
import { SyncSection } from './sync-section.tsx';

/** The sections in the table of contents. */
const contents = (Object.keys(sectionTitles) as SectionPlace[]).filter((place) => place !== 'about-and-errors');

/** The settings page. All settings take effect at once, in all tabs. */
export function OptionsPage() {
  const toasts = useToast();
  const { settings, change } = useSettings((error) => toasts.show({ text: whySettingNotKept(error), tone: 'error' }));
  const hasKeys = hasPageKeys();
  const isReady = settings !== undefined;
  useEffect(() => {
    // The section that the address names exists only now.
    if (isReady) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isReady]);
  return (
    <main class="options">
      <header class="options-header">
        <Mark />
        <h1>{t('settings.heading')}</h1>
      </header>
      {settings && (
        <>
          <nav class="contents" aria-label={t('settings.contents')}>
            {contents
              .filter((place) => hasKeys || place !== 'keys-on-pages')
              .map((place) => (
                <a key={place} href={`#${place}`}>
                  {t(sectionTitles[place])}
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
