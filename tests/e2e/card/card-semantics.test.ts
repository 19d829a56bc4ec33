import { expect, it } from 'vitest';
import { waitForCard } from '../../browser/pages/card.ts';
import { waitForMarks } from '../../browser/pages/page-marks.ts';
import { EPIGRAF as TITLE } from '../../fixtures/papers.ts';
import { inEachBrowser } from '../in-each-browser.ts';

inEachBrowser(
  'The card',
  () => `<!doctype html><title>Page</title><h2>${TITLE}</h2><h3>${TITLE}</h3>`,
  (bench) => {
    // Only Chromium tells its tree of roles and names through closed shadow roots.
    it.runIf(bench.name === 'chromium')('is a dialog with a name and a description to a screen reader', async () => {
      const tab = await bench.driver.openPage(`${bench.server.origin}/`);
      await waitForMarks(tab, 2);
      await bench.driver.pressCommand('next-mark');
      await waitForCard(tab, TITLE);
      await tab.waitForFunction(() => document.activeElement?.getAttribute('popover') === 'manual');
      const session = await tab.createCDPSession();
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const told = nodes.filter(({ ignored }) => !ignored);
      const find = (role: string): typeof told => told.filter((node) => node.role?.value === role);
      const [dialog] = find('dialog');
      expect(dialog?.name?.value).toBe(`${TITLE} 1 of 2`);
      expect(dialog?.description?.value).toContain('A very recent trend in generative modeling');
      expect(dialog?.properties?.find(({ name }) => name === 'focused')?.value.value).toBe(true);
      const [save] = find('button');
      expect(save?.name?.value).toBe('Save');
      expect(save?.description?.value).toBe(TITLE);
      expect(save?.properties?.find(({ name }) => name === 'pressed')?.value.value).toBe('false');
      expect(find('heading').map(({ name }) => name?.value)).toContain(TITLE);
      expect(find('list').map(({ name }) => name?.value)).toEqual(['Digests', 'Links']);
      expect(find('status').length).toBe(1);
      expect(told.some(({ name }) => name?.value === 'Not on your list')).toBe(true);
      await tab.close();
    });

    it('asks nothing of any network', () => expect(bench.driver.foreignRequests).toEqual([]));
  },
);
