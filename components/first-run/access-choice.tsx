import { askToRead } from '../../lib/extension/browser/site-access.ts';
import { useSiteAccess } from '../hooks/use-site-access.ts';

/** Where site access stands, and what each choice means. */
export function AccessChoice() {
  const access = useSiteAccess();
  if (!access) return null;
  return (
    <>
      <p role="status">
        {access.isWhole
          ? 'The browser lets Paperlight read all sites: titles light up wherever you read.'
          : 'The browser lets Paperlight read a page only when you click its button: titles light up after each click.'}
      </p>
      {!access.isWhole && (
        // What the browser refuses to ask leaves everything as it is.
        <button type="button" class="button" onClick={() => void askToRead().catch(() => {})}>
          Allow on all sites
        </button>
      )}
      <p class="welcome-hint">
        Pages are read on this computer, and nothing of them is sent anywhere. In the{' '}
        <a href="options.html#site-access">settings</a> you can turn sites off, or have titles light up only when you
        ask; the browser can take the access away, so that a page is read only when you click.
      </p>
    </>
  );
}
