import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { plainly } from '../../lib/core/plain-query.ts';
import type { QueryContext } from '../../lib/core/query-context.ts';
import type { Understanding } from '../../lib/core/query-understanding.ts';
import { useDeferred } from './use-deferred.ts';

const loadLanguage = () => import('../../lib/core/query-understanding.ts').then(({ understand }) => understand);

/**
 * What a query asks for. The query language is loaded after the first frame, so that the popup opens without it: until then plain
 * words are understood as they are, and undefined is the answer to others.
 */
export function useUnderstanding(text: string, context: QueryContext): Understanding | undefined {
  const loaded = useDeferred(loadLanguage);
  const [understand, setUnderstand] = useState<typeof loaded>();
  const isNeeded = plainly(text) === undefined;
  useEffect(() => {
    if (isNeeded) void loadLanguage().then((language) => setUnderstand(() => language));
    else if (loaded) setUnderstand(() => loaded);
  }, [isNeeded, loaded]);
  const latest = useRef<Understanding | undefined>(undefined);
  return useMemo(() => {
    const asked = understand ? understand(text, context) : plainly(text);
    // What says the same is the same: nothing is answered twice because the language has been loaded.
    if (!asked || !latest.current || !isSame(asked, latest.current)) latest.current = asked;
    return latest.current;
  }, [understand, text, context]);
}

function isSame(a: Understanding, b: Understanding): boolean {
  const isPlain = ({ where, order, chips, problems }: Understanding): boolean =>
    !where && !order && chips.length + problems.length === 0;
  return a.words === b.words && isPlain(a) && isPlain(b);
}
