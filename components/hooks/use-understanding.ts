import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { QueryContext } from '../../lib/core/query-context.ts';
import type { Understanding } from '../../lib/core/query-understanding.ts';
import { useDeferred } from './use-deferred.ts';

const loadLanguage = () => import('../../lib/core/query-understanding.ts').then(({ understand }) => understand);

/** What can't be taken for plain words: quotes, filters, and words that are not wanted. */
const SIGNS = /[":]|(?:^|\s)-/;

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

/** What a query of plain words asks for, without the query language; undefined for others. */
export function plainly(text: string): Understanding | undefined {
  if (SIGNS.test(text)) return undefined;
  return { words: text.trim(), where: undefined, order: undefined, chips: [], problems: [] };
}

function isSame(a: Understanding, b: Understanding): boolean {
  const isPlain = ({ where, order, chips, problems }: Understanding): boolean =>
    !where && !order && chips.length + problems.length === 0;
  return a.words === b.words && isPlain(a) && isPlain(b);
}
