import type { ComponentChildren } from 'preact';
import type { Settings } from '../../lib/extension/browser/stored-settings.ts';
import { t } from '../../lib/words/words.ts';

/** The sections in their order, by their ids in addresses such as `options.html#your-data`. */
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

/** The id of a section. */
export type SectionPlace = keyof typeof sectionTitles;

/**
 * A section of the settings with its heading. With `id`, the heading can label a group of controls.
 */
export function Section({ place, id, children }: { place: SectionPlace; id?: string; children: ComponentChildren }) {
  return (
    <section class="section" id={place} tabIndex={-1}>
      <h2 id={id}>{t(sectionTitles[place])}</h2>
      {children}
    </section>
  );
}

/** The props of every section. */
export interface SectionProps {
  settings: Settings;
  change(change: Partial<Settings>): void;
}
