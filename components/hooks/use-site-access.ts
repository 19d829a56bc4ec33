import { useEffect, useState } from 'preact/hooks';
import { type SiteAccess, siteAccess, watchSiteAccess } from '../../lib/extension/browser/site-access.ts';

/** The sites that the extension may read, kept up to date; undefined until known. */
export function useSiteAccess(): SiteAccess | undefined {
  const [access, setAccess] = useState<SiteAccess>();
  useEffect(() => {
    const abort = new AbortController();
    // On an error, what is shown stays.
    const read = (): void =>
      void siteAccess().then(
        (now) => abort.signal.aborted || setAccess(now),
        () => {},
      );
    watchSiteAccess(read, abort.signal);
    read();
    return () => abort.abort();
  }, []);
  return access;
}
