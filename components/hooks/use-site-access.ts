import { useEffect, useState } from 'preact/hooks';
import { type SiteAccess, siteAccess, watchSiteAccess } from '../../lib/extension/browser/site-access.ts';

/** What the browser lets the extension read, kept up to date; undefined until it is known. */
export function useSiteAccess(): SiteAccess | undefined {
  const [access, setAccess] = useState<SiteAccess>();
  useEffect(() => {
    const abort = new AbortController();
    // A browser that does not say changes nothing of what is shown.
    const look = (): void =>
      void siteAccess().then(
        (now) => abort.signal.aborted || setAccess(now),
        () => {},
      );
    watchSiteAccess(look, abort.signal);
    look();
    return () => abort.abort();
  }, []);
  return access;
}
