import { askToRead } from '../../lib/extension/browser/site-access.ts';
import { t } from '../../lib/words/words.ts';
import { useSiteAccess } from '../hooks/use-site-access.ts';
import { RichText } from '../ui/rich-text.tsx';

/** The current access to sites, and what each choice means. */
export function AccessChoice() {
  const access = useSiteAccess();
  if (!access) return null;
  return (
    <>
      <p role="status">{t(access.isWhole ? 'welcome.accessWhole' : 'welcome.accessByClick')}</p>
      {!access.isWhole && (
        // If the browser refuses to ask, nothing changes.
        <button type="button" class="button" onClick={() => void askToRead().catch(() => {})}>
          {t('welcome.allow')}
        </button>
      )}
      <p class="welcome-hint">
        <RichText
          of="welcome.accessHint"
          parts={{ settings: <a href="options.html#site-access">{t('welcome.accessHintSettings')}</a> }}
        />
      </p>
    </>
  );
}
