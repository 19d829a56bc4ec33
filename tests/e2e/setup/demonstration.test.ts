/** What `npm start` shows to a person who has just cloned the repository. */
import { expect, it } from 'vitest';
import { demonstrate, demonstrationPage } from '../../demo/demonstration.ts';
import { inEachBrowser } from '../in-each-browser.ts';

inEachBrowser('The demonstration', demonstrationPage, (bench) => {
  it('marks a page, finds and saves papers, and adds a library that marks more of the page', async () => {
    const seen: string[] = [];
    await demonstrate(bench.driver, bench.server.origin, async (sight) => {
      seen.push(sight.name);
    });
    expect(seen).toEqual(['page', 'search', 'reading-list', 'this-page', 'library', 'add-papers', 'page-after']);
  });
});
