import { askToRead } from '../../lib/extension/browser/site-access.ts';
import { useSiteAccess } from '../hooks/use-site-access.ts';
import { Section } from './section.tsx';

/** Where the browser's own switch for this is. */
const PLACE = import.meta.env.FIREFOX
  ? 'Firefox changes it under Add-ons and themes, Paperlight, Permissions.'
  : 'The browser changes it on the page of its extensions, under Details, Site access.';

/** Which sites the browser lets Paperlight read at all. */
export function AccessSection() {
  const access = useSiteAccess();
  return (
    <Section title="Site access" id="access">
      {access && (
        <p class="section-text" role="status">
          {access.isWhole
            ? 'The browser lets Paperlight read all sites.'
            : 'The browser lets Paperlight read a page only when you click its button. Everything that needs no page works.'}
        </p>
      )}
      {access && access.sites.length > 0 && (
        <>
          <p class="section-text" id="allowed">
            You have allowed:
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
      <p class="section-text">{PLACE}</p>
      {access && !access.isWhole && (
        // What the browser refuses to ask leaves everything as it is.
        <button type="button" class="button" onClick={() => void askToRead().catch(() => {})}>
          Allow on all sites
        </button>
      )}
    </Section>
  );
}
