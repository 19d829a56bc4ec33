import { useEffect, useState } from 'preact/hooks';
import { changeSettings, readSettings, watchSettings } from '../../lib/extension/browser/settings.ts';
import type { Settings } from '../../lib/extension/browser/stored-settings.ts';

/** The settings, and how to change them. */
export interface SettingsControl {
  /** Undefined until loaded. */
  settings: Settings | undefined;
  change(change: Partial<Settings>): void;
}

/** The reader's settings, kept up to date. `failed` is called with why a change was not saved. */
export function useSettings(failed: (error: unknown) => void): SettingsControl {
  const [settings, setSettings] = useState<Settings>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, then watched
  useEffect(() => {
    const abort = new AbortController();
    watchSettings((changed) => setSettings(changed), abort.signal);
    readSettings().then((read) => setSettings((newer) => newer ?? read), failed);
    return () => abort.abort();
  }, []);
  return { settings, change: (change) => void changeSettings(change).catch(failed) };
}
