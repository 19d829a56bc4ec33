import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Surroundings } from '../../lib/core/query-filter.ts';
import type { Understanding } from '../../lib/core/query-understanding.ts';
import { useDeferred } from './use-deferred.ts';

const loadLanguage = () => import('../../lib/core/query-understanding.ts').then(({ understand }) => understand);

/** What can't be taken for plain words: quotes, filters, and words that are not wanted. */
const SIGNS = /[":]|(?:^|\s)-/;

/**
 * What a query asks for. The query language is loaded after the first frame, so that the popup opens without it: until then plain
 * words are understood as they are, and undefined is the answer to others.
 */
export function useUnderstanding(text: string, around: Surroundings): Understanding | undefined {
  const loaded = useDeferred(loadLanguage);
  const [understand, setUnderstand] = useState<typeof loaded>();
  const isNeeded = SIGNS.test(text);
  useEffect(() => {
    if (isNeeded) void loadLanguage().then((language) => setUnderstand(() => language));
    else if (loaded) setUnderstand(() => loaded);
  }, [isNeeded, loaded]);
  return useMemo(() => {
    if (understand) return understand(text, around);
    return isNeeded ? undefined : { words: text.trim(), where: undefined, order: undefined, chips: [], problems: [] };
  }, [understand, isNeeded, text, around]);
}
