/** What the popup opens with, as far as a first look into the database gives it. */
import { Answering } from '../../lib/core/answers.ts';
import { newestFirst } from '../../lib/core/digest-order.ts';
import type { ReadingListEntry } from '../../lib/core/paper.ts';
import { plainly } from '../../lib/core/plain-query.ts';
import { queryContext } from '../../lib/core/query-context.ts';
import { PaperSearch } from '../../lib/core/search.ts';
import type { FirstLook } from '../../lib/db/first-look.ts';
import { type Answers, firstAnswers } from '../hooks/use-answers.ts';
import { catalogueSeen, type LoadedCatalogue, type SeenCatalogue } from '../hooks/use-catalogue.ts';
import type { SeenIndex } from '../hooks/use-engine.ts';
import { keptAbstracts } from './kept-abstracts.ts';
import { queryIn, rowsIn } from './last-view.ts';

/** What the popup opens with. What was not seen is undefined. */
export interface Opening {
  query: string;
  /** The list as it was when the popup was closed, where there is no answer yet. */
  lastRows: readonly Node[];
  catalogue: SeenCatalogue | undefined;
  entries: ReadingListEntry[] | undefined;
  /** The search index. */
  index: SeenIndex | undefined;
  /** The answer to the query: the popup is drawn once then, over rows that mostly stand there already. */
  answers: Answers | undefined;
}

/** Reads what the popup in `root` opens with: the answer to its query too, where that needs no query language. */
export async function opening(
  root: HTMLElement,
  look: FirstLook | undefined,
  index: SeenIndex | undefined,
): Promise<Opening> {
  const catalogue = look && catalogueSeen(look);
  const answers = look && catalogue && (await answered(queryIn(root), look, catalogue, index));
  // The box is read again: it takes keys meanwhile.
  return {
    query: queryIn(root),
    lastRows: answers ? [] : rowsIn(root),
    catalogue,
    entries: look?.entries,
    index,
    answers,
  };
}

async function answered(
  text: string,
  { digests, entries }: FirstLook,
  catalogue: LoadedCatalogue,
  seen: SeenIndex | undefined,
): Promise<Answers | undefined> {
  catalogue.shelf.lookInto(seen?.index);
  if (seen && text.trim() !== '') catalogue.shelf.takeAbstracts(keptAbstracts(seen.index.fingerprint));
  const answering =
    seen?.index && new Answering(new PaperSearch(seen.index, catalogue.shelf), queryContext(digests, entries));
  try {
    return await firstAnswers(catalogue, {
      text,
      asked: plainly(text),
      answering,
      latest: newestFirst(digests)[0],
    });
  } catch {
    // It is asked again in a moment, and what is wrong seen to.
    return undefined;
  }
}
