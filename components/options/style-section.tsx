import { styleSheet } from '../../lib/extension/mark-sheet.ts';
import type { MarkStyle } from '../../lib/extension/stored-settings.ts';
import { useHighlight } from '../hooks/use-highlight.ts';
import { type Choice, RadioGroup } from '../ui/radio-group.tsx';
import type { SectionProps } from './options-page.tsx';

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
    <section class="section">
      <h2 id="styles">Style of marks</h2>
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
    </section>
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
