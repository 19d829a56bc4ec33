import { useEffect, useState } from 'preact/hooks';
import type { FirstLook } from '../../lib/db/first-look.ts';

/** What a first look into the database saw; null if it could not see anything, undefined while it looks. */
export function useFirstLook(look: Promise<FirstLook | undefined>): FirstLook | null | undefined {
  const [seen, setSeen] = useState<FirstLook | null>();
  useEffect(() => {
    void look.then((seen) => setSeen(seen ?? null));
  }, [look]);
  return seen;
}
