import { useEffect, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/core/model/paper.ts';
import type { RecordContent } from '../../lib/core/model/record.ts';
import type { JournalRecord } from '../../lib/db/database.ts';
import type { CurrentPage } from './current-page.ts';
import type { PageOffer } from './page-offer.ts';

/** The papers that a page offers, and actions on them. */
export interface PagePapersState {
  offer: PageOffer | undefined;
  /** The page's paper, once it was saved from here. */
  savedId: PaperId | undefined;
  /** Reads the page again, which may have changed. */
  readAgain(): void;
  /** Saves the page's paper, which adds it to the catalogue. */
  save(record: RecordContent): Promise<JournalRecord | undefined>;
  /** Opens the dialog for adding the page's papers. */
  add(): void;
}

const load = () => import('./page-offer.ts');

/**
 * Reads the papers of the page in the current tab, only while `isWanted`, and again for each
 * address and `size` of the catalogue.
 */
export function usePagePapers(
  { state, site, tabId }: CurrentPage,
  isWanted: boolean,
  size: number | undefined,
): PagePapersState {
  const [offer, setOffer] = useState<PageOffer>();
  const [savedId, setSavedId] = useState<PaperId>();
  const [times, setTimes] = useState(0);
  const address = site?.address;
  const isReadable = isWanted && state === 'open' && address !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another page
  useEffect(() => {
    setOffer(undefined);
    setSavedId(undefined);
  }, [tabId, address]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each of these may change the result
  useEffect(() => {
    let isGone = false;
    if (!isReadable || tabId === undefined) return;
    void load()
      .then(({ offerOf }) => offerOf(tabId))
      .then((read) => !isGone && setOffer(read))
      // The page may not be read, or is gone: there is nothing to offer.
      .catch(() => {});
    return () => {
      isGone = true;
    };
  }, [isReadable, tabId, address, times, size]);

  return {
    offer,
    savedId,
    readAgain: () => setTimes(times + 1),
    save: async (record) => {
      const { saveRecord } = await load();
      const { paperId, made } = await saveRecord(record);
      setSavedId(paperId);
      return made;
    },
    add: () => {
      if (tabId !== undefined) void load().then(({ openAdding }) => openAdding(tabId));
    },
  };
}
