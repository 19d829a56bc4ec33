import type { MarkingMode } from '../../lib/extension/browser/stored-settings.ts';
import { t } from '../../lib/words/words.ts';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Section, type SectionProps } from './section.tsx';

const modes = [
  { value: 'always', label: 'settings.always', hint: 'settings.alwaysHint' },
  { value: 'asked', label: 'settings.asked', hint: 'settings.askedHint' },
  { value: 'off', label: 'settings.nowhere', hint: 'settings.nowhereHint' },
] as const satisfies { value: MarkingMode; label: string; hint: string }[];

/** When titles are marked. */
export function ModeSection({ settings, change }: SectionProps) {
  return (
    <Section place="where-titles-are-marked" id="modes">
      <RadioGroup
        labelledBy="modes"
        choices={modes.map(({ value, label, hint }) => ({ value, label: t(label), hint: t(hint) }))}
        value={settings.mode}
        onChange={(mode) => change({ mode })}
      />
    </Section>
  );
}
