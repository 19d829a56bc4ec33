import { styleSheet } from '../../lib/extension/browser/mark-sheet.ts';
import type { MarkStyle } from '../../lib/extension/browser/stored-settings.ts';
import { t } from '../../lib/words/words.ts';
import { useMarkPreview } from '../hooks/use-mark-preview.ts';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Section, type SectionProps } from './section.tsx';

const styles = [
  { value: 'wash', label: 'settings.wash', hint: 'settings.washHint' },
  { value: 'line', label: 'settings.line', hint: 'settings.lineHint' },
  { value: 'dots', label: 'settings.dots', hint: 'settings.dotsHint' },
  { value: 'strong', label: 'settings.strong', hint: 'settings.strongHint' },
] as const satisfies { value: MarkStyle; label: string; hint: string }[];

const SAMPLE_TITLE = 'EpiGRAF: Rethinking training of 3D GANs';

/** What marks look like. */
export function StyleSection({ settings, change }: SectionProps) {
  return (
    <Section place="style-of-marks" id="styles">
      {/* The same sheet as in pages. */}
      <link rel="stylesheet" href={styleSheet(settings.markStyle)} />
      <div class="style-columns">
        <RadioGroup
          labelledBy="styles"
          choices={styles.map(({ value, label, hint }) => ({ value, label: t(label), hint: t(hint) }))}
          value={settings.markStyle}
          onChange={(markStyle) => change({ markStyle })}
        />
        <Preview />
      </div>
      <p class="section-text">{t('settings.stylesHint')}</p>
    </Section>
  );
}

/** A light and a dark page with a mark, painted as on any page. */
function Preview() {
  const box = useMarkPreview('b');
  return (
    <figure class="preview" ref={box} aria-label={t('settings.preview')}>
      {['light', 'dark'].map((scheme) => (
        <p key={scheme} class={`sheet sheet-${scheme}`}>
          Our work follows <b>{SAMPLE_TITLE}</b>, which trains without an upsampler.
        </p>
      ))}
    </figure>
  );
}
