import { useEffect, useState } from 'preact/hooks';
import { later } from './load-later.ts';

/** The result of `load`, called after the first results are painted. `load` must be constant. */
export function useDeferred<T>(load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<T>();
  useEffect(() => {
    // Wrapped, since setState would call a function.
    void later(load).then((value) => setLoaded(() => value));
  }, [load]);
  return loaded;
}
