import type { ComponentChildren } from 'preact';
import type { Settings } from '../../lib/extension/browser/stored-settings.ts';
import { t } from '../../lib/words/words.ts';

/** The sections by what each is called in an address, `options.html#your-data`, in their order. */
export const sectionTitles = {
  'where-titles-are-marked': 'settings.modes',
  'site-access': 'settings.access',
  'sites-that-are-off': 'settings.sites',
  'style-of-marks': 'settings.styles',
  'keys-on-pages': 'settings.keys',
  'what-pages-teach': 'settings.learning',
  'your-other-browsers': 'settings.sync',
  'your-data': 'data.heading',
  'about-and-errors': 'settings.errors',
} as const;

/** What a section is called in an address. */
export type SectionPlace = keyof typeof sectionTitles;

/**
 * A section of the settings under its heading. `id` lets a group of controls be labelled by the
 * heading.
 */
export function Section({ place, id, children }: { place: SectionPlace; id?: string; children: ComponentChildren }) {
  return (
    <section class="section" id={place} tabIndex={-1}>
      <h2 id={id}>{t(sectionTitles[place])}</h2>
      {children}
    </section>
  );
}

/** What every section is given. */
export interface SectionProps {
  settings: Settings;
  change(change: Partial<Settings>): void;
}
