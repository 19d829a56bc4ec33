/** Saving papers without opening anything: by a key, or from a page's menu. */
import type { PaperId } from '../../core/model/paper.ts';
import type { RecordContent } from '../../core/model/record.ts';
import { idsInAddress } from '../../core/pages/external-ids.ts';
import type { GrowingSource } from '../../db/growing-source.ts';
import { paperKnownAs } from '../../db/learned.ts';
import { savePaper } from '../../db/reading-list.ts';
import { saveRecord } from '../../import/save-record.ts';
import { pageFacts } from '../../page/page-facts.ts';
import { t } from '../../words/words.ts';
import { whyNotWritten } from '../browser/failure-words.ts';
import { readFrames } from '../browser/frames.ts';
import { paperInTab } from '../browser/page-papers.ts';
import { runScript } from '../browser/run-script.ts';
import { mayRead } from '../browser/site-access.ts';
import { tellOnButton } from './badge.ts';
import { changeAndTell } from './change-from-page.ts';
import { followChangeLog } from './derived-data.ts';
import { paperAbout } from './learn-from-page.ts';

/** What is asked of a tab. */
interface Tab {
  id?: number | undefined;
  url?: string | undefined;
  title?: string | undefined;
}

/**
 * Saves the paper that the tab's page is about, or the only one that is marked on it, and says on
 * the toolbar button what came of it.
 */
export async function savePage(tabId: number, tab: Tab): Promise<void> {
  // The browser tells the address of pages that may be read, be it for this key alone.
  if (!tab.url && !(await mayRead())) return tellOnButton(tabId, '?', t('toolbar.withheld'));
  const paperId = await paperOfTab(tabId, tab);
  if (paperId !== undefined) return saveAndTell(paperId, tabId);
  const record = await paperInTab(tabId);
  if (record) return saveNewAndTell(record, tabId);
  const marked = await onlyMarkedPaper(tabId);
  if (marked === undefined) await tellOnButton(tabId, '?', t('toolbar.notFound'));
  else await saveAndTell(marked, tabId);
}

/** Saves a paper that the catalogue may not have, and says so on the button of the tab. */
export async function saveNewAndTell(record: RecordContent, tabId: number, source?: GrowingSource): Promise<void> {
  try {
    const { paperId, made } = await saveRecord(record, source);
    await changeAndTell(async () => made, {
      paperId,
      tabId,
      done: t('toolbar.added'),
      already: t('toolbar.savedAlready'),
    });
    followChangeLog();
  } catch (error) {
    await tellOnButton(tabId, '!', whyNotWritten(error, 'saved'));
  }
}

/** Saves a paper and says so on the button of the tab. One that is saved stays as it is. */
export async function saveAndTell(paperId: PaperId, tabId: number): Promise<void> {
  try {
    await changeAndTell(() => savePaper(paperId), {
      paperId,
      tabId,
      done: t('toolbar.saved'),
      already: t('toolbar.savedAlready'),
    });
  } catch (error) {
    await tellOnButton(tabId, '!', whyNotWritten(error, 'saved'));
  }
}

/**
 * The paper that the page in a tab is about: by what it says of itself, or by its address, which
 * also PDFs have.
 */
async function paperOfTab(tabId: number, { url = '', title = '' }: Tab): Promise<PaperId | undefined> {
  const [top] = await runScript({ target: { tabId }, func: pageFacts, injectImmediately: true }).catch(() => []);
  const facts = top?.result ?? { address: url, canonical: '', title, headings: [], meta: [] };
  return (await paperAbout(facts)) ?? (await paperKnownAs(idsInAddress(facts.address)));
}

async function onlyMarkedPaper(tabId: number): Promise<PaperId | undefined> {
  const frames = await readFrames(tabId, () => {}).catch(() => []);
  const papers = new Set(frames.flatMap(({ marks }) => marks.map(({ paperId }) => paperId)));
  return papers.size === 1 ? [...papers][0] : undefined;
}
