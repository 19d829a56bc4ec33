/** Saves papers from a page by a shortcut or the context menu. */
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
import { canRead } from '../browser/site-access.ts';
import { showOnButton } from './badge.ts';
import { changeAndReport } from './change-from-page.ts';
import { followChangeLog } from './derived-data.ts';
import { paperAbout } from './learn-from-page.ts';

/** The needed properties of a tab. */
interface Tab {
  id?: number | undefined;
  url?: string | undefined;
  title?: string | undefined;
}

/**
 * Saves the paper that the tab's page is about, or else the only one marked on it, and reports on
 * the toolbar button.
 */
export async function savePage(tabId: number, tab: Tab): Promise<void> {
  // Without access, be it for this shortcut only, the browser withholds the address.
  if (!tab.url && !(await canRead())) return showOnButton(tabId, '?', t('toolbar.withheld'));
  const paperId = await paperOfTab(tabId, tab);
  if (paperId !== undefined) return saveAndReport(paperId, tabId);
  const record = await paperInTab(tabId);
  if (record) return saveNewAndReport(record, tabId);
  const marked = await onlyMarkedPaper(tabId);
  if (marked === undefined) await showOnButton(tabId, '?', t('toolbar.notFound'));
  else await saveAndReport(marked, tabId);
}

/** Saves a paper that may not be in the catalogue, and reports on the tab's button. */
export async function saveNewAndReport(record: RecordContent, tabId: number, source?: GrowingSource): Promise<void> {
  try {
    const { paperId, made } = await saveRecord(record, source);
    await changeAndReport(async () => made, {
      paperId,
      tabId,
      done: t('toolbar.added'),
      already: t('toolbar.savedAlready'),
    });
    followChangeLog();
  } catch (error) {
    await showOnButton(tabId, '!', whyNotWritten(error, 'saved'));
  }
}

/** Saves a paper, unless it is saved already, and reports on the tab's button. */
export async function saveAndReport(paperId: PaperId, tabId: number): Promise<void> {
  try {
    await changeAndReport(() => savePaper(paperId), {
      paperId,
      tabId,
      done: t('toolbar.saved'),
      already: t('toolbar.savedAlready'),
    });
  } catch (error) {
    await showOnButton(tabId, '!', whyNotWritten(error, 'saved'));
  }
}

/**
 * The paper that the page in a tab is about: by its metadata, or by its address, which PDFs have
 * too.
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
