import type { ComponentChildren } from 'preact';
import type { Settings } from '../../lib/extension/browser/stored-settings.ts';

/**
 * A section of the settings under its heading. `id` lets a group of controls be labelled by the
 * heading.
 */
export function Section({ title, id, children }: { title: string; id?: string; children: ComponentChildren }) {
  return (
    <section class="section" id={placeOf(title)} tabIndex={-1}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** What a section is called in an address: `options.html#your-data`. */
export function placeOf(title: string): string {
  return title.toLowerCase().replaceAll(' ', '-');
}

/** What every section is given. */
export interface SectionProps {
  settings: Settings;
  change(change: Partial<Settings>): void;
}
