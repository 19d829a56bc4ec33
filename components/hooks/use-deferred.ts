import { useEffect, useState } from 'preact/hooks';
import { later } from './load-later.ts';

/**
 * What `load` loads, after the first frame: a page opens without what can't be seen yet. `load` is
 * called once.
 */
export function useDeferred<T>(load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<T>();
  useEffect(() => {
    // A function would be taken for a way to the next state.
    void later(load).then((value) => setLoaded(() => value));
  }, [load]);
  return loaded;
}
