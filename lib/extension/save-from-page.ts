/** Saving papers without opening anything: by a key, or from a page's menu. */
import { browser } from 'wxt/browser';
import { idsInAddress } from '../core/known-ids.ts';
import type { PaperId } from '../core/paper.ts';
import { paperKnownAs, titleOf } from '../db/catalogue.ts';
import { entryOf } from '../db/entries.ts';
import { whyNotWritten } from '../db/failures.ts';
import { savePaper } from '../db/reading-list.ts';
import { pageFacts } from '../page/page-facts.ts';
import { tellOnButton } from './badge.ts';
import { readFrames } from './frames.ts';
import { paperAbout } from './page-subject.ts';

/** Name of the command in the manifest. */
const COMMAND = 'save-page';

const NOT_FOUND =
  'No paper of the catalogue is what this page is about. Open Paperlight and choose one under “This page”.';

/** What is asked of a tab. */
interface Tab {
  id?: number | undefined;
  url?: string | undefined;
  title?: string | undefined;
}

/** Saves the paper that the page in front is about when the reader presses the key. Call once, before anything is awaited. */
export function saveByCommand(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === COMMAND && tab?.id !== undefined) void savePage(tab.id, tab).catch(() => {});
  });
}

async function savePage(tabId: number, tab: Tab): Promise<void> {
  const paperId = (await paperOfTab(tabId, tab)) ?? (await onlyMarkedPaper(tabId));
  if (paperId === undefined) await tellOnButton(tabId, '?', NOT_FOUND);
  else await saveAndTell(paperId, tabId);
}

/** Saves a paper and says so on the button of the tab. One that is saved stays as it is. */
export async function saveAndTell(paperId: PaperId, tabId: number): Promise<void> {
  try {
    const title = await titleOf(paperId);
    const wasSaved = (await entryOf(paperId)) !== undefined;
    if (!wasSaved) await savePaper(paperId);
    await tellOnButton(tabId, '✓', `${wasSaved ? 'Saved already' : 'Saved'}: ${title}`);
  } catch (error) {
    await tellOnButton(tabId, '!', whyNotWritten(error, 'saved'));
  }
}

/** The paper that the page in a tab is about: by what it says of itself, or by its address, which also PDFs have. */
async function paperOfTab(tabId: number, { url = '', title = '' }: Tab): Promise<PaperId | undefined> {
  const [top] = await browser.scripting
    .executeScript({ target: { tabId }, func: pageFacts, injectImmediately: true })
    .catch(() => []);
  const facts = top?.result ?? { address: url, canonical: '', title, headings: [], meta: [] };
  return (await paperAbout(facts)) ?? (await paperKnownAs(idsInAddress(facts.address)));
}

async function onlyMarkedPaper(tabId: number): Promise<PaperId | undefined> {
  const frames = await readFrames(tabId, () => {}).catch(() => []);
  const papers = new Set(frames.flatMap(({ marks }) => marks.map(({ paperId }) => paperId)));
  return papers.size === 1 ? [...papers][0] : undefined;
}
