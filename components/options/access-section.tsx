import { askToRead } from '../../lib/extension/browser/site-access.ts';
import { t } from '../../lib/words/words.ts';
import { useSiteAccess } from '../hooks/use-site-access.ts';
import { Section } from './section.tsx';

/** Message about where the browser's own switch is. */
const PLACE_KEY = import.meta.env.FIREFOX ? 'settings.accessPlaceInFirefox' : 'settings.accessPlaceInChromium';

/** Which sites the browser lets Paperlight read. */
export function AccessSection() {
  const access = useSiteAccess();
  return (
    <Section place="site-access" id="access">
      {access && (
        <p class="section-text" role="status">
          {t(access.isWhole ? 'settings.accessWhole' : 'settings.accessByClick')}
        </p>
      )}
      {access && access.sites.length > 0 && (
        <>
          <p class="section-text" id="allowed">
            {t('settings.allowed')}
          </p>
          <ul class="sites" aria-labelledby="allowed">
            {access.sites.map((site) => (
              <li key={site} class="site">
                <span class="site-name">{site}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="section-text">{t(PLACE_KEY)}</p>
      {access && !access.isWhole && (
        // If the browser refuses to ask, nothing changes.
        <button type="button" class="button" onClick={() => void askToRead().catch(() => {})}>
          {t('welcome.allow')}
        </button>
      )}
    </Section>
  );
}
