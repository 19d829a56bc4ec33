import { useEffect } from 'preact/hooks';
import { paperIdOf } from '../../lib/core/model/paper-id.ts';
import { styleSheet } from '../../lib/extension/browser/mark-sheet.ts';
import { send } from '../../lib/extension/browser/send.ts';
import { t } from '../../lib/words/words.ts';
import { useMarkPreview } from '../hooks/use-mark-preview.ts';
import { useReadingList } from '../hooks/use-reading-list.ts';
import { useSaving } from '../hooks/use-saving.ts';
import { useSettings } from '../hooks/use-settings.ts';
import { SaveButton } from '../paper/save-button.tsx';
import type { Toasts } from '../ui/use-toast.ts';
import { samples } from './samples.ts';

/**
 * A list of references whose titles are marked as on web pages, and can be saved. Made by hand,
 * since content scripts don't run on pages of the extension.
 */
export function SamplePage({ show }: { show: Toasts['show'] }) {
  // Without settings, the default style stays.
  const { settings } = useSettings(() => {});
  const list = useReadingList(0);
  const saving = useSaving(list.saved, show);
  const box = useMarkPreview('b');
  useEffect(() => {
    // Right after installation the papers may not be in the database yet; the background logs
    // errors.
    void send('catalogue/ensure');
  }, []);
  return (
    <figure class="sample" ref={box} aria-label={t('welcome.sample')}>
      {/* The same sheet as in pages. */}
      <link rel="stylesheet" href={styleSheet(settings?.markStyle ?? 'wash')} />
      <ul>
        {samples.map(({ before, title, after }, index) => {
          const id = paperIdOf(title);
          return (
            <li key={id} class="sample-line">
              <span id={`sample-${index}`}>
                {before}
                <b>{title}</b>
                {after}
              </span>
              <SaveButton
                saved={list.saved.has(id)}
                onToggle={() => saving.toggle({ id })}
                describedBy={`sample-${index}`}
              />
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
