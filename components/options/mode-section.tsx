import type { MarkingMode } from '../../lib/extension/browser/stored-settings.ts';
import { type Choice, RadioGroup } from '../ui/radio-group.tsx';
import { Section, type SectionProps } from './section.tsx';

const modes: Choice<MarkingMode>[] = [
  { value: 'always', label: 'On every page', hint: 'Except on the sites that you turn off below.' },
  {
    value: 'asked',
    label: 'Only when I ask',
    hint: 'With “Mark this page” in the popup, or its key. The marks stay until you leave the page.',
  },
  { value: 'off', label: 'Nowhere', hint: 'Pages are not read at all.' },
];

/** When titles are marked. */
export function ModeSection({ settings, change }: SectionProps) {
  return (
    <Section title="Where titles are marked" id="modes">
      <RadioGroup labelledBy="modes" choices={modes} value={settings.mode} onChange={(mode) => change({ mode })} />
    </Section>
  );
}
