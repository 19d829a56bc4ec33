import type { Settings } from '../../lib/extension/stored-settings.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { useToast } from '../hooks/use-toast.ts';
import { whySettingNotKept } from '../sentences.ts';
import { Mark } from '../ui/icon.tsx';
import { ToastView } from '../ui/toast.tsx';
import { DataSection } from './data-section.tsx';
import { KeysSection } from './keys-section.tsx';
import { ModeSection } from './mode-section.tsx';
import { SitesSection } from './sites-section.tsx';
import { StyleSection } from './style-section.tsx';
import { SyncSection } from './sync-section.tsx';

/** What every section is given. */
export interface SectionProps {
  settings: Settings;
  change(change: Partial<Settings>): void;
}

/** The page of settings. All of them take effect at once, in all tabs. */
export function OptionsPage() {
  const toasts = useToast();
  const { settings, change } = useSettings((error) => toasts.show({ text: whySettingNotKept(error), tone: 'error' }));
  return (
    <main class="options">
      <header class="options-header">
        <Mark />
        <h1>Paperlight settings</h1>
      </header>
      {settings && (
        <>
          <ModeSection settings={settings} change={change} />
          <SitesSection settings={settings} change={change} show={toasts.show} />
          <StyleSection settings={settings} change={change} />
          <KeysSection />
          <SyncSection settings={settings} change={change} />
          <DataSection settings={settings} change={change} show={toasts.show} />
        </>
      )}
      <ToastView {...toasts} />
    </main>
  );
}
