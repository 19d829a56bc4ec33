import { useEffect, useState } from 'preact/hooks';
import type { PaperId } from '../../lib/core/model/paper.ts';
import type { RecordContent } from '../../lib/core/model/record.ts';
import type { JournalRecord } from '../../lib/db/database.ts';
import type { CurrentPage } from './current-page.ts';
import type { PageOffer } from './page-offer.ts';

/** The offer of a page, and what can be done about it. */
export interface PagePapersState {
  offer: PageOffer | undefined;
  /** The paper of the page, once it was saved from here. */
  savedId: PaperId | undefined;
  /** Reads the page once more, which may have grown. */
  readAgain(): void;
  /** Saves the paper of the page, which comes into the catalogue with it. */
  save(record: RecordContent): Promise<JournalRecord | undefined>;
  /** Opens the dialog that adds the papers of the page. */
  add(): void;
}

const load = () => import('./page-offer.ts');

/**
 * Reads the papers of the page in the current tab while `isWanted`, for each address and each
 * `size` of the catalogue: no page pays for it before.
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

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read, and what of it is known, may be another thing each time
  useEffect(() => {
    let isGone = false;
    if (!isReadable || tabId === undefined) return;
    void load()
      .then(({ offerOf }) => offerOf(tabId))
      .then((read) => !isGone && setOffer(read))
      // A page that may not be read, or went: there is nothing to offer.
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
