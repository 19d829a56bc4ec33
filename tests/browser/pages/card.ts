/**
 * The card of a mark. Its shadow root is closed to pages and to scripts that test them: only the
 * debugging protocols see into it.
 */
import type { Page } from 'puppeteer-core';
import { until } from '../driver/patience.ts';

/** An element of the card. */
export interface CardPart {
  tag: string;
  attributes: Record<string, string>;
  /** Its own text, or what CSS writes in its place. */
  text: string;
  /** Its middle, from the upper left corner of the window. */
  middle(): Promise<{ x: number; y: number }>;
}

/** The elements of the card that is open on a page, in order; undefined without one. */
export async function cardParts(page: Page): Promise<CardPart[] | undefined> {
  const hasHost = await page.evaluate(() => document.querySelector('[popover=manual]') !== null);
  if (!hasHost) return undefined;
  return 'connection' in page.browser() ? partsInFirefox(page) : partsInChromium(page);
}

/** Waits for the card of the paper with this title, and returns its elements. */
export async function waitForCard(page: Page, title: string): Promise<CardPart[]> {
  return until(`the card of ${title}`, async () => {
    const parts = await cardParts(page);
    return parts?.some(({ tag, text }) => tag === 'h2' && text === title) ? parts : undefined;
  });
}

/** Waits until no card is open. */
export async function waitForNoCard(page: Page): Promise<void> {
  await until('the end of the card', async () => ((await cardParts(page)) ? undefined : true));
}

/** Waits for the button of this name and returns it. */
export async function cardButton(page: Page, name: string): Promise<CardPart> {
  return until(`the button ${name}`, async () =>
    (await cardParts(page))?.find(({ tag, attributes }) => tag === 'button' && attributes['aria-label'] === name),
  );
}

/** Waits until what is pressed in the card counts: a card that has just come takes no clicks. */
export async function waitForTakingClicks(page: Page): Promise<void> {
  await until('a card that takes clicks', async () =>
    (await cardParts(page))?.some(({ attributes }) => 'data-seen' in attributes) ? true : undefined,
  );
}

/** Clicks the button of this name, as soon as there is one that takes clicks. */
export async function clickInCard(page: Page, name: string): Promise<void> {
  await cardButton(page, name);
  await waitForTakingClicks(page);
  const { x, y } = await (await cardButton(page, name)).middle();
  await page.mouse.click(x, y);
}

/** All text of a card, written by CSS or not. */
export function textOf(parts: CardPart[]): string {
  return parts
    .map(({ text }) => text)
    .filter(Boolean)
    .join('\n');
}

const FIND = "() => document.querySelector('[popover=manual]')";
const MIDDLE =
  'function (element) { const box = (element ?? this).getBoundingClientRect(); return JSON.stringify({ x: box.x + box.width / 2, y: box.y + box.height / 2 }); }';

interface CdpNode {
  localName: string;
  backendNodeId: number;
  nodeType: number;
  nodeValue: string;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
}

async function partsInChromium(page: Page): Promise<CardPart[] | undefined> {
  const session = await page.createCDPSession();
  const { result } = await session.send('Runtime.evaluate', { expression: `(${FIND})()` });
  if (!result.objectId) return undefined;
  const { node } = await session.send('DOM.describeNode', { objectId: result.objectId, depth: -1, pierce: true });
  const walk = (at: CdpNode): CardPart[] => {
    const children = at.children ?? [];
    const pairs = at.attributes ?? [];
    const attributes = Object.fromEntries(pairs.flatMap((name, i) => (i % 2 ? [] : [[name, pairs[i + 1] as string]])));
    const text = children.map(({ nodeType, nodeValue }) => (nodeType === 3 ? nodeValue : '')).join('');
    const middle = async (): Promise<{ x: number; y: number }> => {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId: at.backendNodeId });
      const objectId = object.objectId as string;
      const answer = await session.send('Runtime.callFunctionOn', { objectId, functionDeclaration: MIDDLE });
      return JSON.parse(answer.result.value);
    };
    const own =
      at.nodeType === 1
        ? [{ tag: at.localName, attributes, text: text || (attributes['data-text'] ?? ''), middle }]
        : [];
    return [...own, ...children.flatMap(walk)];
  };
  return (node as unknown as CdpNode).shadowRoots?.flatMap(walk);
}

interface BidiNode {
  sharedId: string;
  value?: {
    localName?: string;
    nodeType: number;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: BidiNode[];
    shadowRoot?: BidiNode | null;
  };
}

async function partsInFirefox(page: Page): Promise<CardPart[] | undefined> {
  // Puppeteer keeps the connection to itself, and does not ask for closed shadow roots.
  const { connection } = page.browser() as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: { result: { value: unknown } } }> };
  };
  const call = async (functionDeclaration: string, args: object[]): Promise<unknown> => {
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration,
      arguments: args,
      awaitPromise: false,
      target: { context: (page.mainFrame() as unknown as { _id: string })._id },
      serializationOptions: { maxDomDepth: 20, includeShadowTree: 'all' },
    });
    return result.result.value;
  };
  const walk = ({ sharedId, value }: BidiNode): CardPart[] => {
    if (!value) return [];
    const { children = [], attributes = {}, localName: tag = '' } = value;
    const text = children.map((child) => (child.value?.nodeType === 3 ? child.value.nodeValue : '')).join('');
    const middle = async (): Promise<{ x: number; y: number }> =>
      JSON.parse((await call(MIDDLE, [{ sharedId }])) as string);
    const own =
      value.nodeType === 1 ? [{ tag, attributes, text: text || (attributes['data-text'] ?? ''), middle }] : [];
    return [...own, ...children.flatMap(walk)];
  };
  const host = (await call(FIND, [])) as BidiNode['value'];
  return host?.shadowRoot ? walk(host.shadowRoot) : undefined;
}
