import { styleSheet } from '../../lib/extension/browser/mark-sheet.ts';
import type { MarkStyle } from '../../lib/extension/browser/stored-settings.ts';
import { useHighlight } from '../hooks/use-mark-preview.ts';
import { type Choice, RadioGroup } from '../ui/radio-group.tsx';
import { Section, type SectionProps } from './section.tsx';

const styles: Choice<MarkStyle>[] = [
  { value: 'wash', label: 'Wash and line', hint: 'A thin wash with a line below.' },
  { value: 'line', label: 'Line', hint: 'A line below, and nothing else.' },
  { value: 'dots', label: 'Dots', hint: 'Dots below: the quietest.' },
  { value: 'strong', label: 'Marker pen', hint: 'Dark text on yellow, with a line: the loudest.' },
];

const TITLE = 'EpiGRAF: Rethinking training of 3D GANs';

/** What marks look like. */
export function StyleSection({ settings, change }: SectionProps) {
  return (
    <Section title="Style of marks" id="styles">
      {/* The very sheet that pages get. */}
      <link rel="stylesheet" href={styleSheet(settings.markStyle)} />
      <div class="style-columns">
        <RadioGroup
          labelledBy="styles"
          choices={styles}
          value={settings.markStyle}
          onChange={(markStyle) => change({ markStyle })}
        />
        <Preview />
      </div>
      <p class="section-text">
        Marks are not printed. All of a page’s marks look alike, whether a paper is saved or not.
      </p>
    </Section>
  );
}

/** A light and a dark page with a mark, made as on any other page. */
function Preview() {
  const box = useHighlight('b');
  return (
    <figure class="preview" ref={box} aria-label="Preview">
      {['light', 'dark'].map((scheme) => (
        <p key={scheme} class={`sheet sheet-${scheme}`}>
          Our work follows <b>{TITLE}</b>, which trains without an upsampler.
        </p>
      ))}
    </figure>
  );
}
